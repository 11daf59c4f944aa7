package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipCall.CriterionFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipCallFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCall.InternshipDeparture;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.education.internship.domain.InternshipCall.SeatQuota;
import org.convergence.education.internship.domain.SelectionPolicy.ScoredFile;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares and publishes calls, and records the choice of the committee. */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class InternshipCallService {

    private static final int MOST = 100;

    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final ReaderLinkRepository readerLinks;
    private final InternshipGates gates;
    private final OrganisationSettings settings;

    InternshipCallService(
            InternshipCallRepository calls,
            InternshipFileRepository files,
            ReaderLinkRepository readerLinks,
            InternshipGates gates,
            OrganisationSettings settings) {
        this.calls = calls;
        this.files = files;
        this.readerLinks = readerLinks;
        this.gates = gates;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public List<InternshipCall> findAll() {
        return calls.findAll(MOST);
    }

    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public InternshipCall findById(InternshipCallId id) {
        return calls.findById(id);
    }

    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public List<InternshipCriterion> findCriteria(InternshipCallId id) {
        return calls.findCriteria(id);
    }

    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public List<SeatQuota> findQuotas(InternshipCallId id) {
        return calls.findQuotas(id);
    }

    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public List<PersonId> findReaders(InternshipCallId id) {
        return calls.findReaders(id);
    }

    /** The days of the stay, of its mission once one is linked. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public InternshipStay findStay(InternshipCall call) {
        return calls.findStay(call);
    }

    /** The mission of the cohort, and the others to choose from. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public List<InternshipDeparture> findDepartures() {
        return calls.findDepartures();
    }

    /**
     * The files that were sent. Names are left out for readers of the call until the decision, and without the
     * permission to see names.
     */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public List<InternshipFile> findFiles(InternshipCallId id) {
        return files.findSent(id);
    }

    /** Whether the actor may see names now: a reader of the call does not before the decision. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public boolean maySeeNames(InternshipCall call) {
        Actor actor = CurrentActor.get();
        boolean isBlind = call.state() != InternshipCallState.DECIDED
                && actor.personId() != null
                && calls.isReader(call.id(), new PersonId(actor.personId()));
        return actor.may(InternshipPermissions.READ_NAMES) && !isBlind;
    }

    /**
     * Saves a call.
     *
     * @param id {@code null} for a new one
     * @throws Refused if it is decided, more seats are reserved than there are, or criteria change after a file was begun
     */
    @Transactional(label = "internship.save")
    public InternshipCallId save(@Nullable InternshipCallId id, int version, InternshipCallFacts facts) {
        if (facts.quotas().values().stream().mapToInt(Integer::intValue).sum() > facts.places()) {
            throw new Refused("internship.refused.quotas", facts.places());
        }
        InternshipCallId call = id == null ? new InternshipCallId(Ids.next()) : id;
        if (id != null) {
            requireState(calls.lock(id), InternshipCallState.DRAFT, InternshipCallState.PUBLISHED);
        }
        calls.save(call, id == null ? null : version, facts);
        if (!isUnchanged(calls.findCriteria(call), facts.criteria())) {
            if (files.isBegun(call)) {
                throw new Refused("internship.refused.criteria");
            }
            calls.saveCriteria(call, facts.criteria());
        }
        calls.saveQuotas(call, facts.quotas());
        calls.saveReaders(call, facts.readers());
        return call;
    }

    private static boolean isUnchanged(List<InternshipCriterion> before, List<CriterionFacts> after) {
        return before.stream()
                .map(each -> new CriterionFacts(each.nameFr(), each.nameEn(), each.most()))
                .toList()
                .equals(after);
    }

    private static void requireState(InternshipCall call, InternshipCallState... states) {
        if (!List.of(states).contains(call.state())) {
            throw new Refused("internship.refused.state");
        }
    }

    /** @throws Refused if it is published already, or names fewer than two readers */
    @Transactional(label = "internship.publish")
    public void publish(InternshipCallId id) {
        requireState(calls.lock(id), InternshipCallState.DRAFT);
        if (calls.findReaders(id).size() < SelectionPolicy.READERS) {
            throw new Refused("internship.refused.readers", SelectionPolicy.READERS);
        }
        calls.setState(id, InternshipCallState.PUBLISHED.name(), null, null, null);
    }

    /** Takes a call back from the public. @throws Refused once a file was begun */
    @Transactional(label = "internship.unpublish")
    public void unpublish(InternshipCallId id) {
        requireState(calls.lock(id), InternshipCallState.PUBLISHED);
        if (files.isBegun(id)) {
            throw new Refused("internship.refused.begun");
        }
        calls.setState(id, InternshipCallState.DRAFT.name(), null, null, null);
    }

    /** What the scores propose for the files that both readers scored (R-EDU-8). */
    @Transactional(readOnly = true)
    public Map<InternshipFileId, InternshipFileState> propose(InternshipCallId id) {
        return SelectionPolicy.propose(calls.findById(id).places(), calls.findSeats(id), scored(findCandidates(id)));
    }

    /** The files about which the committee decides, the best first. */
    @Transactional(readOnly = true)
    public List<InternshipFile> findCandidates(InternshipCallId id) {
        return files.findSent(id).stream()
                .filter(each -> each.state() == InternshipFileState.SUBMITTED)
                .sorted(Comparator.comparingInt((InternshipFile each) -> -Objects.requireNonNullElse(each.total(), -1))
                        .thenComparingInt(InternshipFile::number))
                .toList();
    }

    private static List<ScoredFile> scored(List<InternshipFile> candidates) {
        List<ScoredFile> scored = new ArrayList<>();
        for (InternshipFile each : candidates) {
            Integer total = each.total();
            if (total != null) {
                scored.add(new ScoredFile(each.id(), each.number(), each.organisation(), total));
            }
        }
        return scored;
    }

    /**
     * Records the choice of the committee: chosen, reserve or not retained for each file. Nobody is told yet.
     *
     * @param on the day on which the committee chose
     * @param note why a reserved seat goes to another organisation; {@code null} where none does
     * @throws Refused before the closing day is over, if a file is not read twice or not decided, more are chosen than
     *     there are places, or a reserved seat is passed over without a reason; if the day is in the
     *     future, or comes before the call is closed
     */
    @Transactional(label = "internship.decide")
    public void decide(
            InternshipCallId id,
            int version,
            Map<InternshipFileId, InternshipFileState> decisions,
            LocalDate on,
            @Nullable String note) {
        InternshipCall call = calls.lock(id);
        OptimisticLock.requireSameVersion(InternshipCallRepository.TABLE, id.value(), version, call.version());
        requireState(call, InternshipCallState.PUBLISHED);
        LocalDate today = settings.today();
        if (!today.isAfter(call.closesOn())) {
            throw new Refused("internship.refused.still-open", call.closesOn());
        }
        if (on.isAfter(today) || !on.isAfter(call.closesOn())) {
            throw new Refused("internship.refused.decided-on", call.closesOn());
        }
        List<InternshipFile> candidates = findCandidates(id);
        List<ScoredFile> scored = scored(candidates);
        if (scored.size() < candidates.size()) {
            throw new Refused("internship.refused.unread", candidates.size() - scored.size());
        }
        if (candidates.isEmpty() || candidates.stream().anyMatch(each -> !isDecision(decisions.get(each.id())))) {
            throw new Refused("internship.refused.undecided");
        }
        long chosen = candidates.stream()
                .filter(each -> decisions.get(each.id()) == InternshipFileState.CHOSEN)
                .count();
        if (chosen > call.places()) {
            throw new Refused("internship.refused.places", chosen, call.places());
        }
        List<OrganisationId> passedOver = SelectionPolicy.findPassedOver(calls.findSeats(id), decisions, scored);
        if (!passedOver.isEmpty() && note == null) {
            throw new Refused("internship.refused.passed-over");
        }
        for (InternshipFile each : candidates) {
            choose(each.id(), Objects.requireNonNull(decisions.get(each.id())), call);
        }
        readerLinks.revokeAll(id);
        calls.setState(id, InternshipCallState.DECIDED.name(), on, note, candidates.size());
    }

    private static boolean isDecision(@Nullable InternshipFileState state) {
        return state == InternshipFileState.CHOSEN
                || state == InternshipFileState.RESERVE
                || state == InternshipFileState.NOT_RETAINED;
    }

    private void choose(InternshipFileId file, InternshipFileState state, InternshipCall call) {
        files.setState(file, state);
        if (state == InternshipFileState.CHOSEN) {
            gates.propose(file, call);
        }
    }

    /** Takes the decision back. @throws Refused once a candidate was told */
    @Transactional(label = "internship.reopen")
    public void reopen(InternshipCallId id) {
        requireState(calls.lock(id), InternshipCallState.DECIDED);
        List<InternshipFile> sent = files.findSent(id);
        if (sent.stream().anyMatch(each -> each.toldOn() != null)) {
            throw new Refused("internship.refused.told");
        }
        sent.stream()
                .filter(each -> isDecision(each.state()))
                .forEach(each -> files.setState(each.id(), InternshipFileState.SUBMITTED));
        calls.setState(id, InternshipCallState.PUBLISHED.name(), null, null, null);
    }
}
