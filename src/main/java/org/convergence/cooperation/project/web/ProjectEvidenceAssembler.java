package org.convergence.cooperation.project.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.cooperation.project.ProjectEvidence;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorStanding;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValueState;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.cooperation.project.domain.ProjectActivityQueries;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectQueries.FundingRow;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectFilter;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the results of a project in words, for other modules. */
@Component
record ProjectEvidenceAssembler(
        ProjectQueries projects,
        ProjectResults results,
        MeasurementQueries measurement,
        ProjectActivityQueries activities)
        implements ProjectEvidence {

    private static final int MOST = 200;

    @Override
    public List<ProjectName> findAll() {
        return Stream.of(false, true)
                .flatMap(ended ->
                        projects
                                .findPage(ListRequest.first(new ProjectFilter("", null, ended, null), MOST))
                                .rows()
                                .stream())
                .map(row -> new ProjectName(row.id(), row.title()))
                .toList();
    }

    @Override
    public List<ProjectId> findFunded(UUID agreement) {
        return projects.findFunded(agreement);
    }

    @Override
    public ReportedProject findProject(ProjectId id) {
        ProjectRow row = projects.findById(id);
        return new ReportedProject(
                id,
                row.title(),
                row.startsOn(),
                row.endsOn(),
                projects.findPartners(id).stream()
                        .filter(each -> each.organisation() != null)
                        .map(each -> new ProjectPartner(Objects.requireNonNull(each.organisation()), each.name()))
                        .toList(),
                projects.findAgreements(id).stream().map(FundingRow::id).toList());
    }

    @Override
    public List<ReportedIndicator> findResults(ProjectId id, LocalDate from, LocalDate to, Words t) {
        List<ProjectPeriodRow> periods = measurement.findPeriods(id).stream()
                .filter(each -> !each.startsOn().isAfter(to) && !each.endsOn().isBefore(from))
                .toList();
        return results.findTable(id, periods).cells().stream()
                .filter(cell -> cell.actual() != null)
                .map(cell -> describe(id, cell, t))
                .toList();
    }

    private static ReportedIndicator describe(ProjectId id, IndicatorResult cell, Words t) {
        String unit = cell.indicator().unit();
        String explanation = cell.row() == null ? "" : cell.row().explanation();
        return new ReportedIndicator(
                cell.indicator().id(),
                cell.period().id(),
                cell.period().startsOn(),
                cell.period().endsOn(),
                cell.indicator().wording(),
                cell.target() == null ? null : ProjectFormatter.figure(cell.target(), unit, t),
                ProjectFormatter.figure(cell.actual(), unit, t),
                ProjectFormatter.cells(cell.actual(), cell.indicator(), t),
                variance(cell.target(), cell.actual(), t),
                explanation,
                cell.standing() == IndicatorStanding.MISSED && explanation.isEmpty(),
                cell.state() == ValueState.APPROVED,
                // Realisations give participations, of which one person may have several.
                cell.indicator().bySex()
                        && !cell.indicator().addsUp()
                        && cell.indicator().rule() == null,
                ProjectPage.url(id) + "/results/" + cell.indicator().id().value() + "/"
                        + cell.period().id().value());
    }

    /** « +3 », « −12 »; of ratios, in points. */
    private static @Nullable String variance(
            @Nullable IndicatorFigure target, @Nullable IndicatorFigure actual, Words t) {
        BigDecimal wanted = target == null ? null : target.amount().orElse(null);
        BigDecimal reached = actual == null ? null : actual.amount().orElse(null);
        if (wanted == null || reached == null || actual == null) {
            return null;
        }
        BigDecimal difference = reached.subtract(wanted).stripTrailingZeros();
        String amount =
                t.decimal(difference.abs().scale() < 0 ? difference.abs().setScale(0) : difference.abs());
        String signed = difference.signum() < 0 ? "−" + amount : difference.signum() > 0 ? "+" + amount : amount;
        return actual.denominator() == null ? signed : t.say("project.variance.points", signed);
    }

    @Override
    public List<ReportedRisk> findRisks(ProjectId id) {
        return measurement.findResults(id).stream()
                .filter(row -> !row.assumption().isEmpty())
                .map(row ->
                        new ReportedRisk(row.id(), row.statement(), row.assumption(), ProjectPage.url(id) + "/logic"))
                .toList();
    }

    @Override
    public List<RealisationFact> findActivities(ProjectId id, LocalDate from, LocalDate to) {
        return activities.find(id, from, to);
    }
}
