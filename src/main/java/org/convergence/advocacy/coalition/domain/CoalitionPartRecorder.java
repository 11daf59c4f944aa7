package org.convergence.advocacy.coalition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records our part in an act or a meeting of a coalition as a realisation with it, which serves the coalition's line. */
@Component
record CoalitionPartRecorder(JdbcClient db, RealisationRecorder realisations) {

    private static final String COLON = "\u00a0: ";
    private static final int SHORTEST_ACT = 20;

    /** Something of a coalition in which we have a part. */
    record CoalitionSource(CoalitionId coalition, String type, UUID id) {

        private RealisationSource realisation() {
            return new RealisationSource(
                    "advocacy.coalition", type, id.toString(), "/advocacy/coalition/" + coalition.value());
        }
    }

    private record CoalitionAttribution(
            OrganisationId organisation, @Nullable ActionId line) {}

    /** Records our part, or what is new about it. */
    void record(CoalitionSource source, RealisationKind kind, LocalDate day, String what, String ourPart) {
        CoalitionAttribution heading = db.sql("SELECT organisation, line FROM advocacy.coalition WHERE id = ?")
                .param(source.coalition().value())
                .query(RecordMapper.of(CoalitionAttribution.class))
                .optional()
                .orElseThrow(() -> new NotFound("coalition"));
        realisations.record(RecordRealisationCommand.done(
                        source.realisation(),
                        new RealisationDetails(
                                title(what, ourPart),
                                kind,
                                DayRange.on(day),
                                null,
                                null,
                                Set.of(heading.organisation())),
                        Amounts.UNKNOWN,
                        PlanAttribution.ofLine(heading.line(), what, List.of()))
                .proposingLine());
    }

    /** Withdraws our part; does nothing if there is none. */
    void withdraw(CoalitionSource source, String reason) {
        realisations.withdraw(source.realisation(), reason);
    }

    /** « La Table marche : nous avons animé la marche »; the act is shortened before our part is. */
    private static String title(String what, String ourPart) {
        String act = what.strip().replaceAll("[.\\s]+$", "");
        int left = RealisationDetails.LONGEST_TITLE - ourPart.codePointCount(0, ourPart.length()) - COLON.length();
        return left < SHORTEST_ACT ? ourPart : TextShortener.shorten(act, left) + COLON + ourPart;
    }
}
