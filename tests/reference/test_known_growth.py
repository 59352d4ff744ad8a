"""Known answers: figures that offices or the plan have published, to half a unit of the last printed digit."""

import pytest

from lixia_kpi.growth import (
    change_completion,
    change_needed,
    change_required,
    compound_rate,
    compounded_change,
    elapsed_share,
    log_completion,
    round_half_up,
    rounds_to_target,
    straight_completion,
    straight_rate,
    total_pathway,
)


def test_district_gross_domestic_product_by_2023():
    baseline, latest, target = 1910.41, 2446.9, 2500
    assert 100 * compound_rate(baseline, target, 5) == pytest.approx(5.527, abs=5e-4)
    assert 100 * compound_rate(baseline, latest, 3) == pytest.approx(8.600, abs=5e-4)
    assert 100 * compound_rate(latest, target, 2) == pytest.approx(1.079, abs=5e-4)
    assert log_completion(baseline, latest, target) == pytest.approx(0.9202, abs=5e-5)
    assert straight_completion(baseline, latest, target) == pytest.approx(0.910, abs=5e-4)
    assert elapsed_share(2020, 2023, 2025) == 0.6


def test_required_rates_of_the_district_plan():
    assert 100 * compound_rate(362, 600, 5) == pytest.approx(10.63, abs=5e-3)
    assert straight_rate(46.5, 48, 5) == pytest.approx(0.3)
    assert straight_rate(43.8, 50, 5) == pytest.approx(1.24)


# Qinghai Statistics Bureau, 2009, citing the national method for energy intensity:
# http://125.72.25.21/qhStats_19/method/200910/t20091013_237651.html


def test_national_rule_for_energy_intensity():
    done = compounded_change([0.0151, -0.0220, -0.0418])
    assert 1 + done == pytest.approx(0.9513, abs=5e-5)
    completion = change_completion(done, -0.17)
    assert 100 * completion == pytest.approx(26.8, abs=0.05)
    assert 5 * completion == pytest.approx(1.34, abs=5e-3)
    assert 100 * ((1 - 0.17) / (1 + done) - 1) == pytest.approx(-12.75, abs=5e-3)
    assert 100 * change_needed(done, -0.17, 2) == pytest.approx(-6.59, abs=5e-3)


def test_the_last_year_of_a_twenty_per_cent_cut():
    assert 100 * change_needed(-0.1561, -0.20, 1) == pytest.approx(-5.20, abs=5e-3)


def test_the_fifth_year_of_a_cut_by_thirteen_and_a_half_per_cent():
    done = compounded_change([-0.073, -0.038])
    assert 100 * change_needed(done, -0.135, 1) == pytest.approx(-3.0, abs=0.05)


def test_five_cuts_printed_as_twenty_per_cent_make_less():
    done = -100 * compounded_change([-0.040, -0.041, -0.042, -0.045, -0.050])
    assert done == pytest.approx(19.98, abs=5e-3)
    assert rounds_to_target(done, 20, 0)
    assert round_half_up(done, 1) == 20.0


def test_two_per_cent_a_year_is_not_ten_in_five():
    assert 100 * compounded_change([-0.02] * 5) == pytest.approx(-9.6, abs=0.05)
    assert 100 * change_required(-0.096, 5) == pytest.approx(-2.0, abs=0.005)


def test_pension_cover_by_gap_closed():
    assert 100 * straight_completion(174, 210, 223) == pytest.approx(73.5, abs=0.05)


def test_schedule_of_a_total():
    assert (5 * total_pathway(20, 5)[0]).tolist() == [0, 20, 40, 60, 80, 100]


def test_nominal_growth_of_shenzhen():
    # 2.83 to 3.87 万亿元 in five years, printed beside an average real growth of 5.5 %.
    assert 100 * compound_rate(2.83, 3.87, 5) == pytest.approx(6.46, abs=5e-3)


# Levels and yearly growth as the national eleventh five-year plan (2006 to 2010) prints them side by side:
# http://wiki.china.org.cn/wiki/index.php/11th_Five-Year_Plan and the pages named in the shipped example plan.


@pytest.mark.parametrize(
    ("baseline", "target", "printed", "decimals"),
    [
        (18.2, 26.1, 7.5, 1),  # gross domestic product, trillion yuan
        (13985, 19270, 6.6, 1),  # gross domestic product per head, yuan
        (174, 223, 5.1, 1),  # urban pension insurance, million persons
        (10493, 13390, 5, 0),  # disposable income of urban households per head, yuan
        (1.30756, 1.36, 0.8, 1),  # population, billion persons (8 per mille)
    ],
)
def test_national_eleventh_plan_prints_the_growth_of_its_levels(baseline, target, printed, decimals):
    assert round_half_up(100 * compound_rate(baseline, target, 5), decimals) == pytest.approx(printed)


def test_the_misprint_of_the_national_eleventh_plan():
    # Net income of rural households per head: 5 % a year printed beside 3255 to 4110 yuan.
    assert 100 * compound_rate(3255, 4110, 5) == pytest.approx(4.8, abs=0.05)
    assert pytest.approx(4154, abs=0.5) == 3255 * 1.05**5
