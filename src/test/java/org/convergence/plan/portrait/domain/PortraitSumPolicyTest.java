package org.convergence.plan.portrait.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.convergence.plan.portrait.PortraitSource.AdditionRule;
import org.convergence.plan.portrait.domain.Portrait.ActivityMark;
import org.convergence.plan.portrait.domain.Portrait.DefinedFigure;
import org.convergence.plan.portrait.domain.PortraitSum.FigureTotal;
import org.convergence.plan.portrait.domain.PortraitSum.SharedActivity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PortraitSumPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 8);

    @Test
    void addsFiguresOfOneDefinition() {
        PortraitSum sum = PortraitSumPolicy.add(List.of(
                portrait("A", List.of(figure("tools", "12"), figure("hours.staff", "3.5"))),
                portrait("B", List.of(figure("tools", "30"), figure("hours.staff", "1.25")))));
        assertThat(total(sum, "tools").value()).isEqualByComparingTo("42");
        assertThat(total(sum, "hours.staff").value()).isEqualByComparingTo("4.75");
        assertThat(sum.samePeriod()).isTrue();
    }

    @Test
    void countsAnActivityOfTwoOnceWithTheLargerCount() {
        PortraitSum sum = PortraitSumPolicy.add(List.of(
                portrait("A", workshops("2", "70"), activity("ref", "x", 40), activity("ref2", "y", 30)),
                portrait("B", workshops("1", "45"), activity("ref", "z", 45))));
        FigureTotal workshops = total(sum, "realisations.WORKSHOP");
        assertThat(workshops.value()).isEqualByComparingTo("2");
        assertThat(workshops.twice()).isEqualByComparingTo("1");
        assertThat(total(sum, "participations").value()).isEqualByComparingTo("75");
        assertThat(sum.shared()).containsExactly(new SharedActivity(DAY, List.of("A", "B")));
        assertThat(sum.likely()).isEmpty();
    }

    @Test
    void morningAndEveningOfOneOrganisationAreNotTwoOrganisations() {
        PortraitSum sum = PortraitSumPolicy.add(List.of(
                portrait("A", workshops("2", "70"), activity("ref", "x", 40), activity("ref", "y", 30)),
                portrait("B", workshops("1", "0"))));
        assertThat(total(sum, "realisations.WORKSHOP").value()).isEqualByComparingTo("3");
        assertThat(sum.shared()).isEmpty();
    }

    @Test
    void tellsALikelyActivityAndDoesNotMergeIt() {
        PortraitSum sum = PortraitSumPolicy.add(List.of(
                portrait("A", workshops("1", "40"), activity(null, "same", 40)),
                portrait("B", workshops("1", "40"), activity(null, "same", 40))));
        FigureTotal workshops = total(sum, "realisations.WORKSHOP");
        assertThat(workshops.value()).isEqualByComparingTo("2");
        assertThat(workshops.perhaps()).isEqualByComparingTo("1");
        assertThat(sum.likely()).containsExactly(new SharedActivity(DAY, List.of("A", "B")));
    }

    @Test
    void countsEachCountryOnceAndNeverAddsMembers() {
        PortraitSum sum = PortraitSumPolicy.add(List.of(
                portrait(
                        "A",
                        List.of(
                                new DefinedFigure("countries", "2", List.of("CA", "HT"), AdditionRule.DISTINCT, "", ""),
                                new DefinedFigure("members.headcount", "900", List.of(), AdditionRule.APART, "", ""))),
                portrait(
                        "B",
                        List.of(
                                new DefinedFigure("countries", "2", List.of("CA", "MX"), AdditionRule.DISTINCT, "", ""),
                                new DefinedFigure("members.headcount", null, List.of(), AdditionRule.APART, "", "")))));
        assertThat(total(sum, "countries").value()).isEqualByComparingTo("3");
        assertThat(sum.totals()).noneMatch(each -> each.key().startsWith("members"));
        assertThat(sum.apart()).hasSize(2);
    }

    @Test
    void tellsHowManyKeepTheirFigure() {
        PortraitSum sum = PortraitSumPolicy.add(List.of(
                portrait("A", List.of(figure("realisations.MISSION", "7"))),
                portrait("B", List.of(figure("realisations.MISSION", null)))));
        assertThat(total(sum, "realisations.MISSION").value()).isEqualByComparingTo("7");
        assertThat(total(sum, "realisations.MISSION").missing()).isEqualTo(1);
    }

    private static FigureTotal total(PortraitSum sum, String key) {
        return sum.totals().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static DefinedFigure figure(String key, @Nullable String value) {
        return new DefinedFigure(key, value, List.of(), AdditionRule.SUM, "", "");
    }

    private static List<DefinedFigure> workshops(String count, String people) {
        return List.of(figure("realisations.WORKSHOP", count), figure("participations", people));
    }

    private static ActivityMark activity(@Nullable String reference, String mark, int people) {
        return new ActivityMark(
                DAY,
                reference == null ? List.of() : List.of(reference),
                mark,
                Map.of("realisations.WORKSHOP", 1, "participations", people));
    }

    private static Portrait portrait(String organisation, List<DefinedFigure> figures, ActivityMark... activities) {
        return new Portrait(
                Portrait.DEFINITIONS,
                organisation,
                "",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2027, 1, 5),
                figures,
                Arrays.asList(activities));
    }
}
