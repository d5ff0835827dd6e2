"""The compute estimator: what it reads, what it refuses, and the figures the guidelines and published models give."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.profiles.estimator import (
    ACCELERATORS,
    ACTIVITIES,
    CELLS,
    YARDSTICKS,
    Basis,
    Counts,
    InputError,
    Interval,
    Measure,
    Original,
    Standing,
    Verdict,
    Yardstick,
    answers_to_store,
    contradicts_class,
    counting_table,
    from_generation,
    from_hardware,
    from_parameters,
    implied_utilisation,
    known,
    one_third,
    read,
    readings,
    scientific,
    standing,
    total,
)
from apps.profiles.estimator.hardware import BY_ID
from apps.profiles.estimator.quantities import (
    CHIP_HOURS,
    CHIPS,
    COMPUTE,
    PARAMETERS,
    PASSES,
    PEAK,
    TOKENS,
    UTILISATION,
    in_words,
    threshold_text,
)
from apps.rules.engine.cites import Cite, Grade
from apps.rules.engine.facts import Number
from apps.rules.law.eu.gpai_guidelines import indicative_compute, systemic_risk_compute
from apps.rules.law.facts import model
from apps.rules.law.facts import modification as changes

INDICATOR, SYSTEMIC = YARDSTICKS


def flop(text: str) -> Interval:
    return read(text, COMPUTE)


def estimate(parameters: str, tokens: str):
    return from_parameters(read(parameters, PARAMETERS), read(tokens, TOKENS))


class TestReading:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("15T", 15 * 10**12),
            ("15 t", 15 * 10**12),
            ("15 trillion", 15 * 10**12),
            ("1.5e13", 15 * 10**12),
            ("1.5E+13", 15 * 10**12),
            ("1.5 × 10¹³", 15 * 10**12),
            ("1.5 x 10^13", 15 * 10**12),
            ("10^13", 10**13),
            ("70B", 70 * 10**9),
            ("70bn tokens", 70 * 10**9),
            ("1,500,000", 1_500_000),
            ("1 500 000", 1_500_000),
            ("1\u202f500\u00a0000", 1_500_000),
            ("1_500_000", 1_500_000),
            ("1,500.5k", 1_500_500),
        ],
    )
    def test_figures_as_people_write_them(self, text: str, value: int) -> None:
        assert read(text, TOKENS) == Interval.exactly(value)

    @pytest.mark.parametrize(
        "text", ["10T to 15T", "10T-15T", "10T – 15T", "10 trillion to 15 trillion", "1e13..15e12"]
    )
    def test_ranges(self, text: str) -> None:
        assert read(text, TOKENS) == Interval(Fraction(10**13), Fraction(15 * 10**12))

    @pytest.mark.parametrize("number", [1e25, 10**25, Decimal("1e25"), Fraction(10**25)])
    def test_numbers_count_as_the_decimal_they_were_written_as(self, number: float) -> None:
        assert read(number, COMPUTE) == Interval.exactly(10**25)

    @pytest.mark.parametrize(
        ("text", "tera"), [("989 TFLOP/s", 989), ("312 TFLOPS", 312), ("2.25 PFLOP/s", 2250), ("9.89e14", 989)]
    )
    def test_speeds_with_their_unit(self, text: str, tera: int) -> None:
        assert read(text, PEAK) == Interval.exactly(tera * 10**12)

    def test_shares_as_percent_or_fraction(self) -> None:
        assert read("30% to 50%", UTILISATION) == read("0.3-0.5", UTILISATION)

    @pytest.mark.parametrize("text", ["370 000 GPU-hours", "370,000 chip-hours", "370k h"])
    def test_unit_words_with_a_hyphen(self, text: str) -> None:
        assert read(text, CHIP_HOURS) == Interval.exactly(370_000)

    @pytest.mark.parametrize("text", ["1,5", "1.500.000", "1,50,000", "1, 500", "15 0", "1'00", "1,5000"])
    def test_two_ways_to_read_it_is_refused(self, text: str) -> None:
        with pytest.raises(InputError, match=r"more than one way.*Use a point for decimals"):
            read(text, TOKENS)

    @pytest.mark.parametrize("text", ["10-15T", "10 to 15 trillion", "10 – 15e12"])
    def test_a_unit_on_one_end_only_is_refused(self, text: str) -> None:
        with pytest.raises(InputError, match="Write it on both"):
            read(text, TOKENS)

    @pytest.mark.parametrize(
        "text", ["nan", "inf", "-inf", "abc", "15X", "٣T", "1e99999", "5 apples", "1e13-", "1..2..3"]
    )
    def test_what_is_no_number_is_refused(self, text: str) -> None:
        with pytest.raises(InputError, match="Write for example 15T"):
            read(text, TOKENS)

    @pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf"), Decimal("NaN"), Decimal("Infinity")])
    def test_numbers_that_are_not_finite_are_refused(self, number: float) -> None:
        with pytest.raises(InputError, match="cannot be read"):
            read(number, COMPUTE)

    @pytest.mark.parametrize(
        ("raw", "what"),
        [("0", "zero"), ("-5T", "negative"), ("−5T", "negative"), (-3.0, "negative"), ("", "nothing was entered")],
    )
    def test_nothing_zero_and_less_are_refused(self, raw: str | float, what: str) -> None:
        with pytest.raises(InputError, match=what):
            read(raw, TOKENS)

    def test_a_range_that_runs_backwards_is_refused(self) -> None:
        with pytest.raises(InputError, match="Write the lower number first"):
            read("15T to 10T", TOKENS)

    @pytest.mark.parametrize("text", ["1e33", "1.1e32", "1023", "9" * 200])
    def test_figures_out_of_proportion_are_refused(self, text: str) -> None:
        with pytest.raises(InputError, match=r"Compute: .*(Check the unit|too long)"):
            read(text, COMPUTE)

    def test_a_forgotten_unit_is_noticed(self) -> None:
        with pytest.raises(InputError, match=r"Parameters: 70 parameters is too little.*70B"):
            read("70", PARAMETERS)
        with pytest.raises(InputError, match="Utilisation"):
            read("40", UTILISATION)

    def test_an_error_says_where_what_and_remedy(self) -> None:
        with pytest.raises(InputError) as caught:
            read("many", CHIPS)
        assert caught.value.where == "Number of chips"
        assert "many" in caught.value.what
        assert caught.value.remedy == "Write for example 2048."

    @given(st.integers(1000, 10**18))
    def test_any_whole_number_reads_back(self, value: int) -> None:
        for text in (str(value), f"{value:,}", f"{value:_}", f"{value:,}".replace(",", " ")):
            assert read(text, TOKENS) == Interval.exactly(value)

    @given(st.text(alphabet="0123456789.,-eEkmbt ×^%toinfa", max_size=12))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        try:
            found = read(text, TOKENS)
        except InputError:
            return
        assert TOKENS.minimum <= found.low <= found.high <= TOKENS.maximum


class TestReferenceModels:
    """Models of the guidelines' Annex A.3 and published ones."""

    def test_annex_model_of_3_8_billion_parameters(self) -> None:  # W-07
        result = estimate("3.8B", "3.3T")
        assert result.middle_text.replace("\u00a0", " ") == "7.5 × 10²²"
        assert not result.middle > INDICATOR.flop

    def test_annex_model_of_370_000_h100_hours(self) -> None:  # W-08
        h100 = BY_ID["nvidia-h100-sxm-bf16"].peak
        share = implied_utilisation(Fraction(65 * 10**22), Fraction(370_000), h100)
        assert Fraction(49, 100) < share < Fraction(1, 2)
        result = from_hardware(read("370,000", CHIP_HOURS), Interval.exactly(h100))
        assert 65 * 10**22 in result.band
        assert readings(result)[0].standing is Standing.ABOVE

    def test_apertus_70b(self) -> None:  # W-41: published 6.74e24, below the systemic-risk presumption
        result = estimate("70B", "15T")
        assert result.middle == 63 * 10**23
        assert 674 * 10**22 in result.band
        indicator, systemic = readings(result)
        assert (indicator.standing, systemic.standing) == (Standing.ABOVE, Standing.NOT_ABOVE)

    def test_smollm3(self) -> None:  # W-42
        result = estimate("3B", "11T")
        assert result.middle_text.replace("\u00a0", " ") == "2.0 × 10²³"
        assert readings(result)[0].standing is Standing.ABOVE

    def test_llama_3_1_405b(self) -> None:  # W-30
        result = estimate("405B", "15.6T")
        assert result.middle_text.replace("\u00a0", " ") == "3.8 × 10²⁵"
        assert readings(result)[1].standing is Standing.ABOVE

    def test_active_parameters_of_a_mixture_of_experts(self) -> None:  # DeepSeek-V3: 37 billion active, 14.8T tokens
        assert 34 * 10**23 in estimate("37B", "14.8T").band


class TestEstimates:
    def test_passes_multiply_the_tokens(self) -> None:
        size, tokens = read("1B", PARAMETERS), read("1T", TOKENS)
        assert from_parameters(size, tokens, read("4", PASSES)).middle == 4 * from_parameters(size, tokens).middle

    def test_band_is_thirty_percent_either_side(self) -> None:
        result = estimate("70B", "15T")
        assert result.band == Interval(Fraction(441 * 10**22), Fraction(819 * 10**22))

    def test_a_wide_range_of_inputs_widens_the_band(self) -> None:
        assert estimate("50B to 90B", "10T to 20T").band == Interval(Fraction(3 * 10**24), Fraction(108 * 10**23))

    def test_a_known_figure_gets_no_margin(self) -> None:
        assert known(flop("6.74e24")).band == Interval.exactly(674 * 10**22)

    def test_generation_counts_two_operations_and_every_sample(self) -> None:  # W-26
        generator = read("1B", PARAMETERS)
        kept, made = from_generation(generator, read("10B", TOKENS)), from_generation(generator, read("100B", TOKENS))
        assert made.middle == 2 * 10**9 * 100 * 10**9 == 10 * kept.middle

    def test_the_sum_is_shown_with_the_numbers_in_it(self) -> None:
        assert estimate("70B", "15T").filled == "6 × 70 billion × 15 trillion × 1"

    def test_a_result_beyond_belief_is_refused(self) -> None:
        with pytest.raises(InputError, match="Check the units of the inputs"):
            from_parameters(Interval.exactly(10**16), Interval.exactly(10**18))

    def test_a_sum_of_nothing_is_nothing(self) -> None:
        assert total([]) is None

    @given(
        st.integers(10**3, 10**13), st.integers(10**3, 10**16), st.integers(1, 100), st.integers(0, 10**12), st.data()
    )
    def test_more_of_anything_is_never_less(self, size: int, tokens: int, passes: int, more: int, data: st.DataObject):
        inputs = [Interval.exactly(value) for value in (size, tokens, passes)]
        index = data.draw(st.integers(0, 2))
        larger = list(inputs)
        larger[index] = Interval.exactly(inputs[index].low + min(more, 1000))
        before, after = from_parameters(*inputs), from_parameters(*larger)
        assert before.middle <= after.middle
        assert before.band.low <= after.band.low
        assert before.band.high <= after.band.high

    @given(st.integers(1, 10**8), st.integers(1, 10**8), st.integers(1, 999), st.integers(0, 1))
    def test_more_hardware_is_never_less(self, hours: int, more: int, share: int, step: int) -> None:
        peak, low = Interval.exactly(10**15), Fraction(share, 1000)
        few = from_hardware(Interval.exactly(hours), peak, Interval.exactly(low))
        many = from_hardware(Interval.exactly(hours + more), peak, Interval.exactly(low + Fraction(step, 1000)))
        assert few.middle < many.middle
        assert few.band.low < many.band.low

    @given(*[st.tuples(st.integers(10**3, 10**12), st.integers(0, 10**12)) for _ in range(2)], st.fractions(0, 1))
    def test_the_band_holds_the_middle_and_every_combination(
        self, size: tuple[int, int], tokens: tuple[int, int], at: Fraction
    ) -> None:
        first, second = (Interval(Fraction(low), Fraction(low + width)) for low, width in (size, tokens))
        result = from_parameters(first, second)
        inside = 6 * (first.low + at * (first.high - first.low)) * (second.high - at * (second.high - second.low))
        assert result.middle in result.band
        assert inside in result.band


class TestStanding:
    def test_exactly_the_threshold_is_not_above(self) -> None:  # W-25
        assert standing(flop("1e25"), SYSTEMIC.flop) is Standing.NOT_ABOVE
        assert standing(flop("1e23"), INDICATOR.flop) is Standing.NOT_ABOVE

    def test_just_above_and_across(self) -> None:
        assert standing(flop("1.0000000000000000000000001e25"), SYSTEMIC.flop) is Standing.ABOVE
        assert standing(flop("1e25 to 1.1e25"), SYSTEMIC.flop) is Standing.STRADDLES
        assert standing(flop("9e24 to 1e25"), SYSTEMIC.flop) is Standing.NOT_ABOVE

    def test_other_compute_counts_for_the_wider_sum_only(self) -> None:
        indicator, systemic = readings(known(flop("9e24")), known(flop("2e24")))
        assert indicator.estimate.band == flop("9e24")
        assert systemic.estimate.band == flop("1.1e25")
        assert systemic.standing is Standing.ABOVE


class TestCountingRules:
    def counts(self, activity: str) -> tuple[Counts, ...]:
        row = next(row for row in counting_table() if row.activity.id == activity)
        return tuple(cell.counts for cell in row.cells)

    def test_thresholds_and_their_measures(self) -> None:
        assert (INDICATOR.flop, INDICATOR.measure) == (10**23, Measure.UPDATES)
        assert (SYSTEMIC.flop, SYSTEMIC.measure) == (10**25, Measure.CUMULATIVE)

    def test_thresholds_are_those_of_the_rulebook(self) -> None:
        for yardstick, param in ((INDICATOR, indicative_compute), (SYSTEMIC, systemic_risk_compute)):
            latest = param.history[-1]
            assert read(latest.value, COMPUTE) == Interval.exactly(yardstick.flop)
            assert latest.cite.instrument == yardstick.cite.instrument
            assert latest.cite.pinpoint == yardstick.cite.pinpoint

    @pytest.mark.parametrize("activity", ["pre-training", "later-training"])
    def test_training_counts_for_both(self, activity: str) -> None:
        assert self.counts(activity) == (Counts.YES, Counts.YES)

    def test_private_synthetic_data_counts_for_the_wider_sum(self) -> None:
        assert self.counts("private-synthetic") == (Counts.NO, Counts.YES)

    def test_reused_weights_are_named_for_the_wider_sum_only(self) -> None:
        assert self.counts("reused-weights") == (Counts.NOT_LISTED, Counts.YES)

    @pytest.mark.parametrize(
        "activity",
        ["public-synthetic", "diagnostics", "experiments", "distillation-parent", "auxiliary", "recomputation"],
    )
    def test_what_need_not_count(self, activity: str) -> None:
        assert self.counts(activity) == (Counts.NO, Counts.NO)

    def test_every_cell_says_why_and_where(self) -> None:
        for row in counting_table():
            for cell in row.cells:
                assert str(cell.why)
                assert (cell.cite.instrument, cell.cite.pinpoint, cell.cite.grade) == ("GL", "Annex A.1", Grade.P)

    def test_a_law_can_be_added_and_a_gap_is_named(self) -> None:
        cite = Cite(instrument="X", pinpoint="s 1", grade=Grade.P)
        extra = Yardstick(
            id="x", jurisdiction="US", title="X", consequence="", measure=Measure.CUMULATIVE, flop=Fraction(10**26),
            cite=cite,
        )  # fmt: skip
        with pytest.raises(LookupError, match=r"'pre-training' under 'x'. Add one"):
            counting_table((*YARDSTICKS, extra))
        cells = CELLS | {(activity.id, "x"): CELLS[activity.id, SYSTEMIC.id] for activity in ACTIVITIES}
        assert [len(row.cells) for row in counting_table((*YARDSTICKS, extra), cells)] == [3] * len(ACTIVITIES)


class TestOneThird:
    @pytest.mark.parametrize(("systemic_risk", "third"), [(True, 10**25), (False, 10**23)])
    def test_fallback_when_the_original_is_unknown(self, systemic_risk: bool, third: int) -> None:  # W-46, W-47
        result = one_third(flop("3e22"), Original(systemic_risk=systemic_risk))
        assert result.cases[0].basis is Basis.FALLBACK
        assert result.cases[0].threshold_low == result.cases[0].threshold_high == Fraction(third, 3)

    @pytest.mark.parametrize(
        ("modification", "systemic_risk", "verdict"),
        [
            ("3.34e24", True, Verdict.ABOVE),
            ("3.33e24", True, Verdict.NOT_ABOVE),
            ("3.34e22", False, Verdict.ABOVE),
            ("3.33e22", False, Verdict.NOT_ABOVE),
            ("3.33e22", None, Verdict.NOT_ABOVE),
            ("1e23", None, Verdict.OPEN),
            ("3.34e24", None, Verdict.ABOVE),
        ],
    )
    def test_around_the_fallbacks(self, modification: str, systemic_risk: bool | None, verdict: Verdict) -> None:
        assert one_third(flop(modification), Original(systemic_risk=systemic_risk)).verdict is verdict

    def test_a_small_adapter_is_far_below(self) -> None:  # W-49
        result = one_third(flop("2e19"), Original(updates=flop("3.4e24"), systemic_risk=False))
        assert result.verdict is Verdict.NOT_ABOVE
        assert result.cases[0].ratio_high == Fraction(2 * 10**19, 34 * 10**23)

    def test_eleven_billion_parameters_cross_the_fallback_near_505_billion_tokens(self) -> None:  # W-50
        original = Original(systemic_risk=False)
        size = read("11B", PARAMETERS)
        for tokens, verdict in (("505B", Verdict.NOT_ABOVE), ("506B", Verdict.ABOVE)):
            middle = from_parameters(size, read(tokens, TOKENS)).middle
            assert one_third(Interval.exactly(middle), original).verdict is verdict

    def test_each_class_has_its_own_measure(self) -> None:
        updates, cumulative = flop("9e24"), flop("1.5e25")
        for systemic_risk, measure, reference in (
            (True, Measure.CUMULATIVE, cumulative),
            (False, Measure.UPDATES, updates),
        ):
            result = one_third(
                flop("4e24"), Original(updates=updates, cumulative=cumulative, systemic_risk=systemic_risk)
            )
            assert result.cases[0].measure is measure
            assert result.cases[0].threshold_high == reference.high / 3

    def test_training_alone_bounds_a_systemic_original_from_below(self) -> None:
        original = Original(updates=flop("3e25"), systemic_risk=True)
        assert one_third(flop("1e25"), original).verdict is Verdict.NOT_ABOVE
        assert one_third(flop("2e25"), original).verdict is Verdict.OPEN
        assert one_third(flop("2e25"), original).cases[0].basis is Basis.BOUND

    def test_the_wider_sum_bounds_another_original_from_above(self) -> None:
        original = Original(cumulative=flop("3e24"), systemic_risk=False)
        assert one_third(flop("1.1e24"), original).verdict is Verdict.ABOVE
        assert one_third(flop("1e24"), original).verdict is Verdict.OPEN

    def test_ranges_across_a_third_stay_open(self) -> None:
        original = Original(updates=flop("3e24"), systemic_risk=False)
        assert one_third(flop("9e23 to 1.1e24"), original).verdict is Verdict.OPEN
        assert one_third(flop("9e23 to 1e24"), original).verdict is Verdict.NOT_ABOVE

    @given(st.integers(10**9, 10**30), st.booleans())
    def test_exactly_a_third_is_not_above_and_any_more_is(self, compute: int, systemic_risk: bool) -> None:
        figure = Interval.exactly(compute)
        original = Original(updates=figure, cumulative=figure, systemic_risk=systemic_risk)
        third = Fraction(compute, 3)
        assert one_third(Interval.exactly(third), original).verdict is Verdict.NOT_ABOVE
        assert one_third(Interval.exactly(third + Fraction(1, 10**30)), original).verdict is Verdict.ABOVE

    @given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 10**6))
    def test_more_modification_never_lowers_the_verdict(self, low: int, more: int, base: int, width: int) -> None:
        order = [Verdict.NOT_ABOVE, Verdict.OPEN, Verdict.ABOVE]
        original = Original(updates=Interval(Fraction(base), Fraction(base + width)), systemic_risk=False)
        less, greater = (one_third(Interval.exactly(value), original).verdict for value in (low, low + more))
        assert order.index(less) <= order.index(greater)

    def test_a_class_that_the_figure_contradicts_is_noticed(self) -> None:
        assert contradicts_class(Original(updates=flop("3.8e25"), systemic_risk=False))
        assert not contradicts_class(Original(updates=flop("1e25"), systemic_risk=False))
        assert not contradicts_class(Original(updates=flop("3.8e25"), systemic_risk=True))


class TestHardwareTable:
    def test_every_speed_has_a_source_and_its_own_name(self) -> None:
        assert len(BY_ID) == len(ACCELERATORS)
        assert all(chip.source for chip in ACCELERATORS)

    def test_speeds_are_dense(self) -> None:
        dense = {
            "nvidia-a100-bf16": "312",
            "nvidia-h100-sxm-bf16": "989.4",
            "nvidia-hgx-b200-bf16": "2250",
            "amd-mi300x-bf16": "1307.4",
            "google-tpu-v5p-bf16": "459",
            "google-tpu-v6e-bf16": "918",
            "aws-trainium2-bf16": "667",
        }
        assert {key: BY_ID[key].teraflops for key in dense} == {key: Fraction(value) for key, value in dense.items()}


class TestAnswers:
    def test_answers_are_ranges_marked_as_estimated_with_their_method(self) -> None:
        stored = answers_to_store(training=estimate("70B", "15T"), other_counted=known(flop("2e23")))
        assert set(stored) == {"training_compute", "other_counted_compute"}
        answer = stored["training_compute"]
        assert (answer.low, answer.high, answer.origin) == (Decimal("4.41E24"), Decimal("8.19E24"), "estimated")
        assert "6 × 70 billion × 15 trillion" in answer.note

    def test_a_stored_value_is_text_that_reads_back(self) -> None:
        value = answers_to_store(modification=known(flop("2e19 to 3e19")))["modification_compute"].as_value()
        assert {key: Fraction(text) for key, text in value.items()} == {"low": 2 * 10**19, "high": 3 * 10**19}

    def test_every_estimate_has_the_key_of_its_fact(self) -> None:
        figure = known(flop("1e22"))
        stored = answers_to_store(
            training=figure, other_counted=figure, modification=figure, base_training=figure, base_other_counted=figure
        )
        facts = {fact.key for fact in vars(model).values() if isinstance(fact, Number)}
        facts |= {fact.key for fact in vars(changes).values() if isinstance(fact, Number)}
        assert len(stored) == 5
        assert set(stored) <= facts

    def test_nothing_estimated_stores_nothing(self) -> None:
        assert answers_to_store() == {}


class TestFiguresShown:
    @pytest.mark.parametrize(
        ("value", "text"),
        [(10**25, "1.0 × 10²⁵"), (674 * 10**22, "6.7 × 10²⁴"), (7524 * 10**19, "7.5 × 10²²"), (0, "0")],
    )
    def test_two_significant_figures(self, value: int, text: str) -> None:
        assert scientific(Fraction(value)).replace("\u00a0", " ") == text

    @pytest.mark.parametrize(("value", "text"), [(10**25, "10²⁵"), (674 * 10**22, "6.74 × 10²⁴")])
    def test_thresholds_without_idle_figures(self, value: int, text: str) -> None:
        assert threshold_text(Fraction(value)).replace("\u00a0", " ") == text

    @given(st.integers(1000, 10**18))
    def test_words_for_a_figure_never_change_it_beyond_six_figures(self, value: int) -> None:
        shown = read(in_words(Fraction(value)), TOKENS)
        assert abs(shown.low - value) <= Fraction(value, 10**5)
