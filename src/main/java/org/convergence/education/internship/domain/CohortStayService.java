package org.convergence.education.internship.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The return of a cohort: its stay is a realisation, with its country, days and number of interns; it names no intern. A
 * cohort that leaves by a mission is counted by the mission.
 */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class CohortStayService {

    /** The realisation of a stay that counts. */
    private static final String RECORDED = """
            SELECT s.realisation FROM plan.realisation_source s
            JOIN plan.realisation_summary r ON r.id = s.realisation AND r.state = 'DONE'
            WHERE s.module = 'education.internship' AND s.source_id = ?
            """;

    private final JdbcClient db;
    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final RealisationRecorder realisations;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    CohortStayService(
            JdbcClient db,
            InternshipCallRepository calls,
            InternshipFileRepository files,
            RealisationRecorder realisations,
            RecipientWords words,
            OrganisationSettings settings) {
        this.db = db;
        this.calls = calls;
        this.files = files;
        this.realisations = realisations;
        this.words = words;
        this.settings = settings;
    }

    /**
     * What is known of a stay on the return.
     *
     * @param country {@code null} where the destination names none
     */
    public record StayFacts(@Nullable Country country, InternshipStay stay, int people) {}

    /** The realisation of the stay; empty if it is not recorded, or was withdrawn. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public Optional<UUID> findRecorded(InternshipCallId call) {
        return db.sql(RECORDED).param(call.value().toString()).query(UUID.class).optional();
    }

    /** What the return of a cohort would record; empty before it, without interns, or where a mission records it. */
    @Transactional(readOnly = true)
    public Optional<StayFacts> propose(InternshipCall call) {
        int people = findChosen(call.id()).size();
        return call.state() == InternshipCallState.DECIDED
                        && call.mission() == null
                        && people > 0
                        && settings.today().isAfter(call.endsOn())
                        && findRecorded(call.id()).isEmpty()
                ? Optional.of(new StayFacts(findCountry(call.destination()), calls.findStay(call), people))
                : Optional.empty();
    }

    private List<InternshipFile> findChosen(InternshipCallId id) {
        return files.findSent(id).stream()
                .filter(each -> each.state() == InternshipFileState.CHOSEN)
                .toList();
    }

    /**
     * Records the return of a cohort as a realisation of the call's line.
     *
     * @throws Refused if the cohort leaves by a mission, or its days are in the future or in the wrong order
     */
    @Transactional(label = "internship.stay")
    public void record(InternshipCallId id, StayFacts facts) {
        InternshipCall call = calls.lock(id);
        InternshipStay stay = facts.stay();
        if (call.mission() != null || call.state() != InternshipCallState.DECIDED) {
            throw new Refused("internship.refused.state");
        }
        if (stay.endsOn().isBefore(stay.startsOn()) || stay.endsOn().isAfter(settings.today())) {
            throw new Refused("internship.refused.stay-days");
        }
        realisations.record(RecordRealisationCommand.forLine(
                source(id),
                new RealisationDetails(
                        TextShortener.shorten(
                                words.forOrganisation().say("internship.realisation.stay", call.titleFr()),
                                RealisationDetails.LONGEST_TITLE),
                        RealisationKind.MISSION,
                        new DayRange(stay.startsOn(), stay.endsOn()),
                        facts.country() == null ? null : new Place.InCountry(facts.country()),
                        Participations.of(facts.people()),
                        findChosen(id).stream()
                                .map(InternshipFile::organisation)
                                .flatMap(Stream::ofNullable)
                                .collect(Collectors.toSet())),
                Amounts.UNKNOWN,
                call.action()));
    }

    /** Withdraws what {@link #record} recorded. */
    @Transactional(label = "internship.unstay")
    public void withdraw(InternshipCallId id) {
        calls.lock(id);
        realisations.withdraw(source(id));
    }

    /** Links the mission that is the departure of the cohort, which then records it; {@code null} takes the link off. */
    @Transactional(label = "internship.depart")
    public void setMission(InternshipCallId id, @Nullable UUID mission) {
        if (mission != null) {
            if (calls.findDeparture(mission).isEmpty()) {
                throw new Refused("internship.refused.mission");
            }
            withdraw(id);
        }
        calls.setMission(id, mission);
    }

    /** The country that a destination names, such as “Medellín, Colombie”. */
    private static @Nullable Country findCountry(String destination) {
        return Arrays.stream(destination.split("[,;(/–—]"))
                .flatMap(each -> Country.findByName(each.replace(")", "").strip()).stream())
                .findFirst()
                .orElse(null);
    }

    private static RealisationSource source(InternshipCallId id) {
        return new RealisationSource(
                "education.internship", "stay", id.value().toString(), "/education/internship/" + id.value());
    }
}
