from types import ModuleType

from lixia_kpi import growth


def test_what_the_room_offers_is_what_it_names():
    offered = {name for name, value in vars(growth).items() if not name.startswith("_")}
    modules = {name for name in offered if isinstance(vars(growth)[name], ModuleType)}
    assert set(growth.__all__) == offered - modules - {"annotations"}
