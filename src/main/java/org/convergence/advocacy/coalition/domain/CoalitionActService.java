package org.convergence.advocacy.coalition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.coalition.CoalitionActId;
import org.convergence.advocacy.coalition.CoalitionId;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.CoalitionSeatId;
import org.convergence.advocacy.coalition.SeatPower;
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
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what is done in coalitions: positions in our name, and acts; our part in an act is a realisation. */
@Service
@Transactional
@Requires(CoalitionPermissions.FOLLOW)
public class CoalitionActService {

    private static final String COLON = "\u00a0: ";
    private static final int SHORTEST_ACT = 20;

    private final JdbcClient db;
    private final RealisationRecorder realisations;
    private final OrganisationSettings settings;

    CoalitionActService(JdbcClient db, RealisationRecorder realisations, OrganisationSettings settings) {
        this.db = db;
        this.realisations = realisations;
        this.settings = settings;
    }

    /**
     * A position taken in our name.
     *
     * @param consultedOn the day on which we were consulted; {@code null} if we were not
     * @param consulted who answered, and what; may be empty
     */
    public record CoalitionPositionFacts(
            String title, LocalDate takenOn, @Nullable LocalDate consultedOn, String consulted) {}

    private record WrittenMandate(SeatPower power, String mandate) {}

    /**
     * Records a position taken in our name, which cites the mandate of the seat.
     *
     * @throws Refused if the seat only observes, or had to consult and did not (R-REP-4)
     */
    @Transactional(label = "coalition.take-position")
    public void addPosition(CoalitionSeatId seat, CoalitionPositionFacts facts) {
        WrittenMandate mandate = db.sql(
                        "SELECT power, mandate FROM advocacy.coalition_seat WHERE id = ? AND ended_on IS NULL FOR SHARE")
                .param(seat.value())
                .query(RecordMapper.of(WrittenMandate.class))
                .optional()
                .orElseThrow(() -> new NotFound("seat"));
        Optional<String> problem =
                SeatPolicy.problem(mandate.power(), facts.takenOn(), facts.consultedOn(), facts.consulted());
        if (problem.isPresent()) {
            throw new Refused(problem.get());
        }
        if (facts.takenOn().isAfter(settings.today())) {
            throw new Refused("coalition.refused.ahead");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("seat", seat);
        values.put("power", mandate.power());
        values.put("mandate", mandate.mandate());
        VersionedRow.insert(db, "advocacy.coalition_position", values);
    }

    private record CoalitionAttribution(
            OrganisationId organisation, @Nullable ActionId line) {}

    /**
     * Records an act of a coalition.
     *
     * @param ourPart empty if we had none; else it is a realisation with the coalition, which serves the coalition's line
     */
    @Transactional(label = "coalition.record-act")
    public CoalitionActId addAct(CoalitionId coalition, LocalDate day, String what, String ourPart) {
        if (day.isAfter(settings.today())) {
            throw new Refused("coalition.refused.ahead");
        }
        CoalitionAttribution heading = db.sql("SELECT organisation, line FROM advocacy.coalition WHERE id = ?")
                .param(coalition.value())
                .query(RecordMapper.of(CoalitionAttribution.class))
                .optional()
                .orElseThrow(() -> new NotFound("coalition"));
        UUID id = Ids.next();
        db.sql("INSERT INTO advocacy.coalition_act (id, coalition, happened_on, what, our_part) VALUES (?, ?, ?, ?, ?)")
                .params(id, coalition.value(), day, what, ourPart)
                .update();
        if (!ourPart.isEmpty()) {
            realisations.record(RecordRealisationCommand.done(
                            source(id, coalition),
                            new RealisationDetails(
                                    title(what, ourPart),
                                    RealisationKind.REPRESENTATION,
                                    DayRange.on(day),
                                    null,
                                    null,
                                    Set.of(heading.organisation())),
                            Amounts.UNKNOWN,
                            PlanAttribution.ofLine(heading.line(), what, List.of()))
                    .proposingLine());
        }
        return new CoalitionActId(id);
    }

    /** « La Table marche : nous avons animé la marche »; the act is shortened before our part is. */
    private static String title(String what, String ourPart) {
        String act = what.strip().replaceAll("[.\\s]+$", "");
        int left = RealisationDetails.LONGEST_TITLE - ourPart.codePointCount(0, ourPart.length()) - COLON.length();
        return left < SHORTEST_ACT ? ourPart : TextShortener.shorten(act, left) + COLON + ourPart;
    }

    private static RealisationSource source(UUID act, CoalitionId coalition) {
        return new RealisationSource(
                "advocacy.coalition", "act", act.toString(), "/advocacy/coalition/" + coalition.value());
    }

    /** Deletes an act recorded by mistake; our part is withdrawn. */
    @Transactional(label = "coalition.remove-act")
    public void removeAct(CoalitionId coalition, CoalitionActId act, String reason) {
        db.sql("DELETE FROM advocacy.coalition_act WHERE id = ? AND coalition = ?")
                .params(act.value(), coalition.value())
                .update();
        realisations.withdraw(source(act.value(), coalition), reason);
    }
}
