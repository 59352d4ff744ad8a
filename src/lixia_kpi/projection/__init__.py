"""Where the actuals lead: projection methods, from arrays (series × years, NaN where missing) to arrays.

The room knows growth and numpy, and no indicator, file or language.
"""

from lixia_kpi.projection.array import project_array
from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.methods import AUTO, NO_METHOD, method_names
from lixia_kpi.projection.result import Distribution, Projection

__all__ = [
    "AUTO",
    "MEASURES",
    "NO_METHOD",
    "Distribution",
    "Projection",
    "method_names",
    "project_array",
]
