"""Names of attributes in OpenDocument files, with their namespaces."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


def _office(name: str) -> str:
    return f"{_OASIS}office:1.0}}{name}"


def _table(name: str) -> str:
    return f"{_OASIS}table:1.0}}{name}"


VALUE_TYPE = _office("value-type")
VALUE = _office("value")
DATE_VALUE = _office("date-value")
TIME_VALUE = _office("time-value")
BOOLEAN_VALUE = _office("boolean-value")
STRING_VALUE = _office("string-value")
SHOWN_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"

NAME = _table("name")
STYLE_NAME = _table("style-name")
DISPLAY = _table("display")
FORMULA = _table("formula")
VISIBILITY = _table("visibility")
COLUMNS_REPEATED = _table("number-columns-repeated")
ROWS_REPEATED = _table("number-rows-repeated")
COLUMNS_SPANNED = _table("number-columns-spanned")
ROWS_SPANNED = _table("number-rows-spanned")

STYLE = f"{_OASIS}style:1.0}}name"
SPACES = f"{_OASIS}text:1.0}}c"
