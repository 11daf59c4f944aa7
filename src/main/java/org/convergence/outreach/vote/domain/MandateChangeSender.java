package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.GuestLetterSource;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.Meeting.MeetingPlan;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.assembly.domain.WrittenNotice;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.outreach.vote.domain.MandateLetterSender.MandateMail;
import org.convergence.plan.mailbox.ReplyAddressGenerator;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells a moved or cancelled assembly to the members asked for delegates, and to the people named who were convened. */
@Component
record MandateChangeSender(
        VoteLetterRepository written,
        MandateLetterRepository repository,
        MandateLetterSender letters,
        ObjectProvider<MandateLetterService> mandates,
        BillingContacts contacts,
        PublicLanguages languages,
        MeetingQueries meetings,
        ReplyAddressGenerator replies,
        OrganisationSettings settings)
        implements GuestLetterSource {

    private static final Actor READER = Actor.system("assembly change");

    @Override
    public List<WrittenNotice> findWritten(MeetingId meeting) {
        return written.findWritten(meeting);
    }

    @Override
    public void takeBack(Collection<UUID> waiting) {
        written.takeBack(waiting);
    }

    @Override
    public void voidReplies(Meeting now, Collection<UUID> readers) {
        repository.voidReplies(readers, now.plan().begins());
    }

    @Override
    public List<InformedGuest> findInformed(MeetingId meeting, NoticeKind kind) {
        Map<UUID, SentLetter> sent = written.findLatest(meeting, Set.of(kind));
        return findReaders(meeting, sent.keySet()).stream()
                .map(each -> new InformedGuest(
                        each.name(),
                        each.mail(),
                        Objects.requireNonNull(sent.get(each.id())).status()))
                .toList();
    }

    @Override
    public List<GuestLetter> write(Meeting now, NoticeKind kind, Map<UUID, Optional<MeetingPlan>> told) {
        return writeMails(now, kind, told).stream()
                .map(each -> new GuestLetter(new Addressee(each.record(), each.name(), each.mail()), each.text()))
                .toList();
    }

    @Override
    public int post(Meeting now, NoticeKind kind, Map<UUID, Optional<MeetingPlan>> told) {
        List<MandateMail> mails = writeMails(now, kind, told).stream()
                .filter(each -> each.mail() != null)
                .toList();
        mails.forEach(each -> letters.post(each, each.record()));
        return mails.size();
    }

    private List<MandateMail> writeMails(Meeting now, NoticeKind kind, Map<UUID, Optional<MeetingPlan>> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        if (kind == NoticeKind.CONVENED) {
            return writeAgain(now.typedId(), told.keySet());
        }
        return writeChanges(now, kind, findReaders(now.typedId(), told.keySet()), told);
    }

    /** The first letters, as the meeting is now, to members and to the people named. */
    private List<MandateMail> writeAgain(MeetingId meeting, Set<UUID> readers) {
        List<MemberMandate> all =
                CurrentActor.callAs(READER, () -> mandates.getObject().findAll(meeting));
        return Stream.concat(
                        letters.writeAsking(meeting, NoticeKind.CONVENED, all, Map.of()).stream(),
                        letters.writeNotices(meeting, all).stream())
                .filter(each -> each.mail() != null && readers.contains(each.record()))
                .toList();
    }

    /**
     * Letters that tell a change of a meeting, or its cancellation.
     *
     * @param now the meeting, which may not be saved yet
     */
    private List<MandateMail> writeChanges(
            Meeting now, NoticeKind kind, List<LetterReader> readers, Map<UUID, Optional<MeetingPlan>> told) {
        Agenda agenda = meetings.findAgenda(now.typedId()).withMeeting(now);
        return readers.stream()
                .map(each -> {
                    Words t = languages.wordsFor(each.language());
                    boolean cancels = kind == NoticeKind.CANCELLED;
                    String key = cancels ? "public.vote.cancelled" : each.movedKey(settings.today());
                    Optional<MeetingPlan> known = told.getOrDefault(each.id(), Optional.empty());
                    MeetingPlan named = cancels ? known.orElse(now.plan()) : now.plan();
                    String before = cancels
                            ? movedMeanwhile(named, now.plan(), t)
                            : known.map(plan -> t.say(
                                                    "public.vote.moved.before",
                                                    MandateLinkAccess.describe(agenda.title(), plan, t))
                                            + "\n")
                                    .orElse("");
                    String text = t.say(
                            key + ".text",
                            settings.current().name(),
                            before,
                            MandateLinkAccess.describe(agenda.title(), named, t),
                            "[[link]]",
                            now.cancelledReason() == null ? "" : now.cancelledReason(),
                            t.say(
                                    known.filter(plan -> plan.begins()
                                                            .equals(now.plan().begins()))
                                                    .isPresent()
                                            ? "public.vote.delegate.reply.kept"
                                            : "public.vote.delegate.reply.again"),
                            replies.isConfigured() ? t.say("public.vote.delegate.reply.mail") + "\n\n" : "");
                    String subject = (cancels ? key : "public.vote.moved") + ".subject";
                    return new MandateMail(
                            kind,
                            each.named() ? MandateLetterSender.CONVENED : MandateLetterSender.ASKED,
                            each.id(),
                            now.version(),
                            null,
                            each.name(),
                            each.mail(),
                            new LetterText(
                                    t.say(
                                            subject,
                                            agenda.title(),
                                            named.begins().toLocalDate()),
                                    text,
                                    t));
                })
                .toList();
    }

    /** A move that the reader of a cancellation was not told, as a paragraph; empty for none. */
    private static String movedMeanwhile(MeetingPlan told, MeetingPlan plan, Words t) {
        return told.begins().equals(plan.begins())
                ? ""
                : t.say(
                                "public.vote.cancelled.moved",
                                t.dayAndDate(plan.begins().toLocalDate()),
                                t.time(plan.begins().toLocalTime()))
                        + "\n\n";
    }

    /**
     * A reader of a letter.
     *
     * @param id of the mandate letter, or of the person named
     * @param named {@code false} for a member
     * @param dueOn the last day on which the member changes its delegates
     */
    record LetterReader(
            UUID id,
            String name,
            @Nullable String mail,
            @Nullable String language,
            boolean named,
            LocalDate dueOn) {

        /** The key of the letter about a move: once its last day is over, a member is not sent to its closed form. */
        String movedKey(LocalDate today) {
            if (named) {
                return "public.vote.delegate.moved";
            }
            return dueOn.isBefore(today) ? "public.vote.mandate.moved.closed" : "public.vote.mandate.moved";
        }
    }

    /** These members by name, each followed by its people named, with their address of now. */
    private List<LetterReader> findReaders(MeetingId meeting, Set<UUID> ids) {
        List<MandateLetter> all = List.copyOf(repository.findByMeeting(meeting).values());
        Map<UUID, List<NamedDelegate>> people = repository.findPeople(meeting);
        Map<UUID, BillingContact> reach = new HashMap<>();
        var known = contacts.findByOrganisations(
                all.stream().map(MandateLetter::organisation).toList());
        all.forEach(each -> Optional.ofNullable(known.get(each.organisation()))
                .ifPresent(contact -> reach.put(each.id(), contact)));
        return all.stream()
                .filter(each -> reach.containsKey(each.id()))
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(reach.get(each.id()))
                        .organisation()
                        .name()))
                .flatMap(each -> {
                    BillingContact contact = Objects.requireNonNull(reach.get(each.id()));
                    return Stream.concat(
                            Stream.of(new LetterReader(
                                    each.id(),
                                    contact.organisation().name(),
                                    contact.mail(),
                                    contact.language(),
                                    false,
                                    each.dueOn())),
                            people.getOrDefault(each.id(), List.of()).stream()
                                    .map(named -> new LetterReader(
                                            named.id(),
                                            named.name(),
                                            named.mail(),
                                            contact.language(),
                                            true,
                                            each.dueOn())));
                })
                .filter(each -> ids.contains(each.id()))
                .toList();
    }
}
