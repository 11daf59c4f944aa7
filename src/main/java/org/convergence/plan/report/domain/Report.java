package org.convergence.plan.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A stored report; its sections are rows of their own.
 *
 * @param edition 1, or one more than that of the report that it replaces
 */
@Table(schema = "plan", value = "report")
public record Report(
        @Id UUID id,
        @Version int version,
        UUID plan,
        Audience audience,
        int edition,
        @Nullable UUID replaces,
        String title,
        LocalDate periodFrom,
        LocalDate periodTo,
        @Nullable LocalDate dueOn,
        String language,
        @Nullable UUID responsible,
        @Nullable String responsibleWords,
        Instant createdAt) {

    static final String TABLE = "plan.report";

    static Report create(BeginReportCommand what, @Nullable UUID responsible, Instant now) {
        return of(Ids.next(), what, responsible, now);
    }

    /** A temporary report that is not stored: it has no links to its evidence. */
    static Report temporary(BeginReportCommand what) {
        return of(new UUID(0, 0), what, null, Instant.EPOCH);
    }

    private static Report of(UUID id, BeginReportCommand what, @Nullable UUID responsible, Instant now) {
        return new Report(
                id,
                0,
                what.plan().value(),
                what.audience(),
                1,
                null,
                what.title(),
                what.from(),
                what.to(),
                what.dueOn(),
                what.language(),
                responsible,
                responsible == null ? what.responsible() : null,
                now);
    }

    public ReportId typedId() {
        return new ReportId(id);
    }

    public PlanId planId() {
        return new PlanId(plan);
    }

    /** The same report with another description; its plan stays. */
    Report withDescription(BeginReportCommand facts, @Nullable UUID person) {
        return new Report(
                id,
                version,
                plan,
                audience,
                edition,
                replaces,
                facts.title(),
                facts.from(),
                facts.to(),
                facts.dueOn(),
                facts.language(),
                person,
                person == null ? facts.responsible() : null,
                createdAt);
    }

    /** The same report in another language. */
    Report withLanguage(String other) {
        return withDescription(
                new BeginReportCommand(planId(), audience, title, periodFrom, periodTo, dueOn, other, responsibleWords),
                responsible);
    }

    /** The next edition, to be corrected and filed in place of this one. */
    Report nextEdition(Instant now) {
        return new Report(
                Ids.next(),
                0,
                plan,
                audience,
                edition + 1,
                id,
                title,
                periodFrom,
                periodTo,
                dueOn,
                language,
                responsible,
                responsibleWords,
                now);
    }
}
