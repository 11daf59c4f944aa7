package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCall.InternshipDeparture;
import org.convergence.education.internship.domain.InternshipCall.SeatQuota;
import org.convergence.education.internship.domain.InternshipFile.CandidateFacts;
import org.convergence.education.internship.domain.ReturnActivity.ReturnFacts;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What candidates and interns do without an account: read a published call, begin a file, resume it by its link, send
 * or withdraw it, see what is missing, and record return activities.
 */
@Service
@Transactional
@Open("a published call is public; a link opens one file")
public class CandidateLinkService {

    /** The prefix of links. */
    public static final String PATH = "/education/internship/link/";

    private static final Actor BY_LINK = Actor.system("internship link");

    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final ReturnActivityService activities;
    private final InternshipLetterSender letters;
    private final InternshipGates gates;
    private final OrganisationSettings settings;

    CandidateLinkService(
            InternshipCallRepository calls,
            InternshipFileRepository files,
            ReturnActivityService activities,
            InternshipLetterSender letters,
            InternshipGates gates,
            OrganisationSettings settings) {
        this.calls = calls;
        this.files = files;
        this.activities = activities;
        this.letters = letters;
        this.gates = gates;
        this.settings = settings;
    }

    /** A published call, with what candidates must know. */
    public record PublicCall(
            InternshipCall call, List<InternshipCriterion> criteria, List<SeatQuota> quotas, boolean isOpen) {}

    /**
     * A file as its candidate sees it.
     *
     * @param isOpen whether it can be changed and sent
     * @param open the open gates of an intern
     * @param departure {@code null} before the mission is prepared
     * @param host the name of the organisation that receives an intern; {@code null} where none is named
     */
    public record CandidateView(
            InternshipFile file,
            PublicCall call,
            Map<UUID, String> answers,
            boolean isOpen,
            List<String> open,
            @Nullable InternshipDeparture departure,
            List<ReturnActivity> activities,
            @Nullable String host) {

        /** The first day of the stay. */
        public LocalDate startsOn() {
            return departure == null ? call.call().startsOn() : departure.startsOn();
        }
    }

    /** @throws NotFound if the call is not published */
    @Transactional(readOnly = true)
    public PublicCall findCall(InternshipCallId id) {
        InternshipCall call = calls.findById(id);
        if (call.state() == InternshipCallState.DRAFT) {
            throw new NotFound("internship");
        }
        return open(call);
    }

    private PublicCall open(InternshipCall call) {
        return new PublicCall(
                call, calls.findCriteria(call.id()), calls.findQuotas(call.id()), call.isOpen(settings.today()));
    }

    /**
     * Begins a file, and mails its link.
     *
     * @return the secret of the link
     * @throws Refused if the call is not open today
     */
    @Transactional(label = "internship.begin")
    public String begin(InternshipCallId id, CandidateFacts facts) {
        return asSystem(() -> {
            InternshipFileId file = insert(id, facts);
            letters.postLink(files.findById(file), calls.findById(id));
            return files.issueLink(file);
        });
    }

    private InternshipFileId insert(InternshipCallId id, CandidateFacts facts) {
        InternshipCall call = calls.lock(id);
        requireOpen(call);
        if (facts.organisation() != null && !calls.findSeats(id).containsKey(facts.organisation())) {
            throw new Refused("public.internship.refused.union");
        }
        return files.insert(id, facts);
    }

    private void requireOpen(InternshipCall call) {
        LocalDate today = settings.today();
        if (call.state() == InternshipCallState.DRAFT) {
            throw new Refused("internship.refused.unpublished");
        }
        if (today.isBefore(call.opensOn())) {
            throw new Refused("public.internship.refused.early", call.opensOn());
        }
        if (!call.isOpen(today)) {
            throw new Refused("public.internship.refused.closed", call.closesOn());
        }
    }

    /**
     * Records an application that came otherwise, on paper or by mail, and sends it.
     *
     * @throws Refused if the call is not open today, or a criterion is not answered
     */
    @Transactional(label = "internship.receive")
    @Requires(InternshipPermissions.EDIT)
    public InternshipFileId receive(InternshipCallId id, CandidateFacts facts, Map<UUID, String> answers) {
        InternshipFileId file = insert(id, facts);
        files.saveAnswers(file, answers);
        submit(file, calls.findById(id), answers);
        return file;
    }

    /** @throws NotFound if the secret opens nothing */
    @Transactional(readOnly = true)
    public CandidateView open(String secret) {
        return byLink(secret, id -> {
            InternshipFile file = files.findById(id);
            InternshipCall call = calls.findById(file.call());
            boolean isIntern =
                    file.state() == InternshipFileState.CHOSEN && call.state() == InternshipCallState.DECIDED;
            return new CandidateView(
                    file,
                    open(call),
                    files.findAnswers(id),
                    isOpen(file, call),
                    isIntern ? gates.findOpen(List.of(id.value())).getOrDefault(id.value(), List.of()) : List.of(),
                    calls.findDeparture(call.mission()).orElse(null),
                    isIntern ? activities.findByFile(id) : List.of(),
                    isIntern && call.host() != null ? calls.findName(call.host()) : null);
        });
    }

    private boolean isOpen(InternshipFile file, InternshipCall call) {
        return (file.state() == InternshipFileState.DRAFT || file.state() == InternshipFileState.SUBMITTED)
                && call.isOpen(settings.today());
    }

    /**
     * Saves a file, and sends it if asked; a file that was sent stays sent.
     *
     * @param version the version on which the form was opened
     * @throws Refused once the call is closed, if a file to send leaves a criterion without an answer, or if something else
     *     was saved meanwhile on another device
     */
    @Transactional(label = "internship.write")
    public void save(String secret, int version, CandidateFacts facts, Map<UUID, String> answers, boolean submit) {
        byLink(secret, id -> {
            InternshipFile file = files.lock(id);
            if (version != file.version()
                    && !(file.facts().equals(facts) && files.findAnswers(id).equals(answers))) {
                throw new Refused("public.internship.refused.meanwhile");
            }
            InternshipCall call = calls.findById(file.call());
            if (!isOpen(file, call)) {
                throw new Refused("public.internship.refused.closed", call.closesOn());
            }
            if (facts.organisation() != null && !calls.findSeats(call.id()).containsKey(facts.organisation())) {
                throw new Refused("public.internship.refused.union");
            }
            Map<UUID, String> known = new HashMap<>(answers);
            known.keySet()
                    .retainAll(calls.findCriteria(call.id()).stream()
                            .map(InternshipCriterion::id)
                            .toList());
            files.update(id, facts);
            files.saveAnswers(id, known);
            if (submit || file.state() == InternshipFileState.SUBMITTED) {
                submit(id, call, known);
            }
            return true;
        });
    }

    private void submit(InternshipFileId id, InternshipCall call, Map<UUID, String> answers) {
        if (!InternshipFile.isWhole(answers, calls.findCriteria(call.id()).size())) {
            throw new Refused("public.internship.refused.unanswered");
        }
        InternshipFile before = files.findById(id);
        files.setState(id, InternshipFileState.SUBMITTED);
        if (before.submittedAt() == null) {
            letters.postReceipt(files.findById(id), call);
        }
    }

    /**
     * Withdraws a file, also that of an intern; the seat becomes free. Repeating it changes nothing.
     *
     * @throws Refused for an intern who left: the stay took place
     */
    @Transactional(label = "internship.withdraw")
    public void withdraw(String secret) {
        CandidateView view = open(secret);
        if (view.file().state() == InternshipFileState.CHOSEN
                && !settings.today().isBefore(view.startsOn())) {
            throw new Refused("public.internship.refused.left");
        }
        byLink(secret, id -> {
            files.lock(id);
            files.withdraw(id, settings.today());
            gates.end(id);
            return true;
        });
    }

    /** An intern agrees that the host sees the name, or takes that back. */
    @Transactional(label = "internship.host-named")
    public void setNamedToHost(String secret, boolean isNamed) {
        byLink(secret, id -> {
            if (files.lock(id).state() != InternshipFileState.CHOSEN) {
                throw new NotFound("internship");
            }
            files.setNamedToHost(id, isNamed ? settings.today() : null);
            return true;
        });
    }

    /** Plans a return activity, or records it; as {@link ReturnActivityService#save}. */
    @Transactional(label = "internship.return")
    public void saveActivity(String secret, @Nullable UUID activity, ReturnFacts facts) {
        byLink(secret, id -> activities.save(id, activity, facts));
    }

    private <T> T byLink(String secret, Function<InternshipFileId, T> work) {
        Optional<InternshipFileId> file = files.findByLink(secret);
        return asSystem(() -> work.apply(file.orElseThrow(() -> new NotFound("internship"))));
    }

    private static <T> T asSystem(Supplier<T> work) {
        return CurrentActor.callAs(BY_LINK, work::get);
    }
}
