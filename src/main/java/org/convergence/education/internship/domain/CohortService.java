package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SenderDirectory;
import org.convergence.education.internship.CohortStage;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.ReleaseState;
import org.convergence.education.internship.domain.CohortPolicy.InternBlock;
import org.convergence.education.internship.domain.CohortPolicy.InternFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipDeparture;
import org.convergence.education.internship.domain.InternshipFile.InternRelease;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows the interns of a cohort: who is where, what blocks, release, departure, attestation. */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class CohortService {

    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final InternshipGates gates;
    private final PeopleDirectory people;
    private final SenderDirectory senders;
    private final OrganisationSettings settings;

    CohortService(
            InternshipCallRepository calls,
            InternshipFileRepository files,
            InternshipGates gates,
            PeopleDirectory people,
            SenderDirectory senders,
            OrganisationSettings settings) {
        this.people = people;
        this.senders = senders;
        this.calls = calls;
        this.files = files;
        this.gates = gates;
        this.settings = settings;
    }

    /**
     * An intern, with where they are.
     *
     * @param open the open gates
     */
    public record Intern(InternshipFile file, CohortStage stage, List<InternBlock> blocks, List<String> open) {}

    /** The interns of a cohort, by number; three queries, whatever their number. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public List<Intern> findInterns(InternshipCallId id) {
        InternshipCall call = calls.findById(id);
        return interns(
                call,
                files.findSent(id).stream()
                        .filter(each -> each.state() == InternshipFileState.CHOSEN)
                        .toList());
    }

    private List<Intern> interns(InternshipCall call, List<InternshipFile> chosen) {
        InternshipDeparture departure = calls.findDeparture(call.mission()).orElse(null);
        Map<UUID, List<String>> open =
                gates.findOpen(chosen.stream().map(each -> each.id().value()).toList());
        LocalDate today = settings.today();
        return chosen.stream()
                .map(each -> {
                    List<String> missing = open.getOrDefault(each.id().value(), List.of());
                    InternRelease release = each.release();
                    InternFacts facts = new InternFacts(
                            each.person() != null,
                            release == null ? null : release.state(),
                            missing.size(),
                            departure == null ? null : departure.state(),
                            departure == null ? call.startsOn() : departure.startsOn(),
                            departure == null ? call.endsOn() : departure.endsOn(),
                            each.held(),
                            call.returnActivities(),
                            each.attestedOn() != null);
                    return new Intern(
                            each, CohortPolicy.stage(facts, today), CohortPolicy.findBlocks(facts, today), missing);
                })
                .toList();
    }

    /** @throws NotFound if the file is no intern's */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ_NAMES)
    public Intern findIntern(InternshipFileId id) {
        InternshipFile file = requireIntern(files.findById(id));
        return interns(calls.findById(file.call()), List.of(file)).get(0);
    }

    private static InternshipFile requireIntern(InternshipFile file) {
        if (file.state() != InternshipFileState.CHOSEN) {
            throw new NotFound("internship");
        }
        return file;
    }

    /** The records of the directory that an intern’s file names without a link; {@code null} for none, or several. */
    public record FoundIdentity(
            @Nullable OrganisationId union, @Nullable PersonId person) {

        public boolean isEmpty() {
            return union == null && person == null;
        }
    }

    /** The union by its exact name, the person by the address, if they are not linked. */
    @Transactional(readOnly = true)
    public FoundIdentity findIdentity(InternshipFile file) {
        return new FoundIdentity(
                file.organisation() != null || file.unionName().isEmpty()
                        ? null
                        : people.findOrganisationNamed(file.unionName()).orElse(null),
                file.person() != null ? null : senders.findOwner(file.mail()).person());
    }

    /** Links what {@link #findIdentity} finds, as confirmed. */
    @Transactional(label = "internship.identify")
    public void link(InternshipFileId id) {
        FoundIdentity found = findIdentity(requireIntern(files.lock(id)));
        if (found.union() != null) {
            files.setUnion(id, found.union());
        }
        if (found.person() != null) {
            files.setPerson(id, found.person());
        }
    }

    /** Links the intern's record in the directory, which travellers of a mission have. */
    @Transactional(label = "internship.identify")
    public void setPerson(InternshipFileId id, @Nullable PersonId person) {
        requireIntern(files.lock(id));
        files.setPerson(id, person);
    }

    /** Links the union that releases the intern, whose name the candidate typed. */
    @Transactional(label = "internship.link-union")
    public void setUnion(InternshipFileId id, @Nullable OrganisationId union) {
        requireIntern(files.lock(id));
        files.setUnion(id, union);
    }

    /**
     * Records the release: asked of the sending union, and its answer (R-EDU-7).
     *
     * @param version the version on which the form was opened
     * @throws Refused if the answer comes before the request, or is in the future
     */
    @Transactional(label = "internship.release")
    public void saveRelease(InternshipFileId id, int version, InternRelease release) {
        InternshipFile file = requireIntern(files.lock(id));
        OptimisticLock.requireSameVersion("education.internship_application", id.value(), version, file.version());
        LocalDate today = settings.today();
        LocalDate answered = release.state() == ReleaseState.ASKED
                ? null
                : release.answeredOn() == null ? today : release.answeredOn();
        if (release.askedOn().isAfter(today)
                || (answered != null && (answered.isAfter(today) || answered.isBefore(release.askedOn())))) {
            throw new Refused("internship.refused.release-day");
        }
        InternRelease before = file.release();
        if (before != null
                && before.matchedIn() != null
                && release.matchedIn() != null
                && !before.matchedIn().equals(release.matchedIn())) {
            throw new Refused("internship.refused.matched", before.matchedIn());
        }
        files.saveRelease(
                id,
                new InternRelease(
                        release.days(),
                        release.dailyPay(),
                        release.charges(),
                        release.askedOn(),
                        release.state(),
                        answered,
                        release.state() == ReleaseState.AGREED ? release.matchedIn() : null));
    }

    /**
     * Attests the internship.
     *
     * @throws Refused before the return, or while return activities are missing
     */
    @Transactional(label = "internship.attest")
    public void attest(InternshipFileId id) {
        files.lock(id);
        if (!findIntern(id).blocks().equals(List.of(InternBlock.TO_ATTEST))) {
            throw new Refused("internship.refused.attest");
        }
        files.setAttested(id, settings.today());
    }

    /** Takes an attestation back. */
    @Transactional(label = "internship.unattest")
    public void takeAttestationBack(InternshipFileId id) {
        requireIntern(files.lock(id));
        files.setAttested(id, null);
    }

    /**
     * Gives a candidate of the reserve a seat that became free; the candidate is still to be told.
     *
     * @throws Refused if no seat is free
     */
    @Transactional(label = "internship.promote")
    public void promote(InternshipFileId id) {
        InternshipCall call = calls.lock(files.findById(id).call());
        InternshipFile file = files.lock(id);
        long chosen = files.findSent(call.id()).stream()
                .filter(each -> each.state() == InternshipFileState.CHOSEN)
                .count();
        if (file.state() != InternshipFileState.RESERVE || chosen >= call.places()) {
            throw new Refused("internship.refused.no-seat", call.places());
        }
        files.setState(id, InternshipFileState.CHOSEN);
        files.setTold(id, null);
        gates.propose(id, call);
    }
}
