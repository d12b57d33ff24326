"""How the site is built: ``sphinx-build -W -b html docs site`` (``pip install '.[docs]'``)."""

from __future__ import annotations

import quoteattr

project = "quoteattr"
author = "the quoteattr authors"
version = release = quoteattr.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["article.txt"]
nitpicky = False  # names of types inside the package are no pages
suppress_warnings = ["myst.header"]  # the changelog's page begins with an included heading

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence"]
myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
python_maximum_signature_line_length = 80

html_theme = "furo"
html_title = f"quoteattr {version}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_copyright = False
html_copy_source = False
