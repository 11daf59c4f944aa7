package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.MandateLetter.MandateStatement;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedPerson;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.outreach.vote.domain.MandateLetterSender.MandateMail;
import org.convergence.outreach.vote.domain.VoteLetterRepository.ReceivedLetter;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.DocumentType;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the members of an assembly for their mandate letters, and notes them (R-VOTE-3b). */
@Service
@Transactional
@Requires(VotePermissions.COUNT)
public class MandateLetterService {

    static final String DOCUMENTS = "outreach.vote";

    private final MandateLetterRepository repository;
    private final MandateLetterSender letters;
    private final VoteLetterRepository written;
    private final MeetingQueries meetings;
    private final MandateRightQueries rights;
    private final DocumentService documents;
    private final DocumentStorage storage;
    private final OrganisationSettings settings;

    MandateLetterService(
            MandateLetterRepository repository,
            MandateLetterSender letters,
            VoteLetterRepository written,
            MeetingQueries meetings,
            MandateRightQueries rights,
            DocumentService documents,
            DocumentStorage storage,
            OrganisationSettings settings) {
        this.repository = repository;
        this.letters = letters;
        this.written = written;
        this.meetings = meetings;
        this.rights = rights;
        this.documents = documents;
        this.storage = storage;
        this.settings = settings;
    }

    /** The member organisations on the day of a meeting, by name, with their letters. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public List<MemberMandate> findAll(MeetingId meeting) {
        Map<OrganisationId, MandateLetter> known = repository.findByMeeting(meeting);
        Map<UUID, List<NamedDelegate>> people = repository.findPeople(meeting);
        List<ReceivedLetter> sent = written.findSent(meeting);
        Map<UUID, SentLetter> asked = VoteLetterRepository.findLatest(sent, Set.of(NoticeKind.CONVENED));
        Map<UUID, SentLetter> latest = VoteLetterRepository.findLatest(sent, EnumSet.allOf(NoticeKind.class));
        Map<UUID, SentLetter> told = VoteLetterRepository.findLatest(
                sent.stream()
                        .filter(each -> each.letter().delegates() != null
                                && !MandateLetterSender.isToRepeat(each.letter().status()))
                        .toList(),
                EnumSet.allOf(NoticeKind.class));
        return rights.findAll(meetings.findById(meeting)).stream()
                .filter(each -> each.member().member() instanceof OrganisationId)
                .map(each -> toMandate(each, known, people, asked, latest, told))
                .toList();
    }

    private static MemberMandate toMandate(
            Delegation right,
            Map<OrganisationId, MandateLetter> known,
            Map<UUID, List<NamedDelegate>> people,
            Map<UUID, SentLetter> asked,
            Map<UUID, SentLetter> latest,
            Map<UUID, SentLetter> told) {
        MandateLetter letter = known.get((OrganisationId) right.member().member());
        if (letter == null) {
            return new MemberMandate(right, null, List.of(), null, null, null);
        }
        SentLetter request = asked.get(letter.id());
        SentLetter last = told.get(letter.id());
        return new MemberMandate(
                right,
                letter,
                people.getOrDefault(letter.id(), List.of()),
                request == null ? null : request.status(),
                latest.get(letter.id()),
                last == null ? null : last.delegates());
    }

    /**
     * The letter of one member.
     *
     * @throws NotFound if it is no member on that day
     */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public MemberMandate findByMember(MeetingId meeting, OrganisationId organisation) {
        return findAll(meeting).stream()
                .filter(each -> each.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new NotFound("mandate"));
    }

    /** The letters that {@link #ask} would post: to members with a right who were not asked, or whose letter did not leave. */
    @Transactional(readOnly = true)
    @Requires(AssemblyPermissions.CONVENE)
    public MailingPreview previewAsking(MeetingId meeting, LocalDate dueOn) {
        requireDue(meeting, dueOn);
        return letters.previewAsking(meeting, NoticeKind.CONVENED, dueOn, findToAsk(meeting), Map.of());
    }

    private List<MemberMandate> findToAsk(MeetingId meeting) {
        return findAll(meeting).stream().filter(MemberMandate::isToAsk).toList();
    }

    /**
     * Asks these members for their delegates, and returns how many letters were posted.
     *
     * @param dueOn the last day for their answer
     * @throws Refused if nobody is left to ask, the day is not before the meeting, or it is no general assembly
     */
    @Transactional(label = "vote.ask-mandates")
    @Requires(AssemblyPermissions.CONVENE)
    public int ask(MeetingId id, LocalDate dueOn) {
        requireDue(id, dueOn);
        int posted = 0;
        List<MemberMandate> members = findToAsk(id);
        List<MandateMail> mails = letters.writeAsking(id, NoticeKind.CONVENED, members, Map.of());
        for (int i = 0; i < members.size(); i++) {
            if (mails.get(i).mail() != null) {
                MandateLetter letter =
                        repository.lockOrInsert(id, members.get(i).organisation(), dueOn);
                repository.setAsked(letter.id(), dueOn);
                written.replace(letter.id());
                letters.post(mails.get(i), letter.id());
                posted++;
            }
        }
        if (posted == 0) {
            throw new Refused("vote.refused.all-asked");
        }
        return posted;
    }

    void requireDue(MeetingId id, LocalDate dueOn) {
        Meeting meeting = requireAssembly(id);
        if (meeting.state() != MeetingState.PLANNED
                || dueOn.isBefore(settings.today())
                || dueOn.isAfter(meeting.day())) {
            throw new Refused("vote.refused.due", meeting.day());
        }
    }

    /** Members send delegates to a general assembly only: papers of a board stay with it. */
    private Meeting requireAssembly(MeetingId id) {
        Agenda agenda = meetings.findAgenda(id);
        if (agenda.body().kind() != BodyKind.GENERAL) {
            throw new Refused("vote.refused.not-assembly");
        }
        return agenda.meeting();
    }

    /**
     * Notes the letter of a member, from any source.
     *
     * @throws Refused if the meeting is no general assembly, or as for {@link #save}
     */
    @Transactional(label = "vote.note-mandate")
    public void note(
            MeetingId meeting,
            OrganisationId organisation,
            int version,
            MandateStatement facts,
            @Nullable Upload file) {
        LocalDate day = requireAssembly(meeting).day();
        MemberMandate member = findByMember(meeting, organisation);
        MandateLetter letter = repository.lockOrInsert(meeting, organisation, day);
        save(member, letter, version, facts, file, false);
    }

    /**
     * Saves a letter.
     *
     * @param version that the form showed; 0 for none
     * @throws Refused if nobody is named, more delegates than the right gives, or one person twice; or nobody signs
     */
    void save(
            MemberMandate member,
            MandateLetter letter,
            int version,
            MandateStatement facts,
            @Nullable Upload file,
            boolean byLink) {
        if (version > 0) {
            OptimisticLock.requireSameVersion(MandateLetterRepository.TABLE, letter.id(), version, letter.version());
        }
        requirePossible(member.entitled(), facts.people());
        boolean signed = !facts.signedBy().isEmpty() && !facts.authority().isEmpty();
        if (!signed && letter.document() == null && file == null) {
            throw new Refused("public.vote.mandate.refused.unsigned");
        }
        repository.save(letter.id(), facts, file == null ? null : store(letter.id(), file), byLink);
    }

    private static void requirePossible(int entitled, List<NamedPerson> people) {
        long delegates = people.stream().filter(each -> !each.substitute()).count();
        if (delegates == 0) {
            throw new Refused("public.vote.mandate.refused.none");
        }
        if (delegates > entitled) {
            throw new Refused("public.vote.mandate.refused.many", entitled);
        }
        Set<String> names = new HashSet<>();
        for (NamedPerson each : people) {
            if (!names.add(TextNormalizer.fold(each.name()))) {
                throw new Refused("public.vote.mandate.refused.twice", each.name());
            }
        }
    }

    private DocumentId store(UUID letter, Upload file) {
        try (PreparedDocument prepared = documents.prepare(file)) {
            if (prepared.type() != DocumentType.PDF && !prepared.type().isPicture()) {
                throw new Refused("public.vote.mandate.refused.file");
            }
            return storage.store(prepared, new DocumentOwner(DOCUMENTS, letter));
        }
    }

    /** The notices that {@link #convene} would post: to people named with an address who got none. */
    @Transactional(readOnly = true)
    @Requires(AssemblyPermissions.CONVENE)
    public MailingPreview previewNotices(MeetingId meeting) {
        requireAssembly(meeting);
        return letters.preview(letters.writeNotices(meeting, findAll(meeting)));
    }

    /**
     * Sends the notice of the meeting to the people named, with their own link to reply, and returns the number posted.
     *
     * @throws Refused if nobody is left to write to, or the meeting is no planned general assembly
     */
    @Transactional(label = "vote.convene-delegates")
    @Requires(AssemblyPermissions.CONVENE)
    public int convene(MeetingId id) {
        List<MandateMail> all =
                requireAssembly(id).state() == MeetingState.PLANNED ? letters.writeNotices(id, findAll(id)) : List.of();
        List<MandateMail> mails =
                all.stream().filter(each -> each.mail() != null).toList();
        if (mails.isEmpty()) {
            throw new Refused("vote.refused.all-convened");
        }
        mails.forEach(each -> letters.post(each, each.record()));
        return mails.size();
    }
}
