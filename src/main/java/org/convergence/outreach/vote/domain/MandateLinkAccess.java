package org.convergence.outreach.vote.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.GuestReplySource;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingReply;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.outreach.vote.domain.MandateLetter.MandateStatement;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member names its delegates by its link, without an account, and changes them until the last day. */
@Service
@Transactional
@Open("a link opens one mandate letter to its member")
public class MandateLinkAccess {

    /** The prefix of these addresses. */
    public static final String PATH = "/outreach/vote/mandate/";

    private static final Actor BY_LINK = Actor.system("mandate link");

    private final MandateLetterRepository repository;
    private final MandateLetterService mandates;
    private final MeetingQueries meetings;
    private final BillingContacts contacts;
    private final OrganisationSettings settings;

    MandateLinkAccess(
            MandateLetterRepository repository,
            MandateLetterService mandates,
            MeetingQueries meetings,
            BillingContacts contacts,
            OrganisationSettings settings) {
        this.repository = repository;
        this.mandates = mandates;
        this.meetings = meetings;
        this.contacts = contacts;
        this.settings = settings;
    }

    /**
     * What a link opens.
     *
     * @param languages code of the language of its letters, at most one
     * @param isOpen whether it can still be changed
     */
    public record OpenedMandate(
            Agenda agenda, MemberMandate member, MandateLetter letter, List<String> languages, boolean isOpen) {

        /** The key that says until when it can be changed, or why not any longer. */
        public String untilKey() {
            if (isOpen) {
                return "public.vote.mandate.until";
            }
            return switch (agenda.meeting().state()) {
                case PLANNED -> "public.vote.mandate.closed";
                case CANCELLED -> "public.vote.mandate.cancelled";
                case HELD -> "public.vote.mandate.held";
            };
        }
    }

    /** The meeting in a line: what, when and where. */
    public static String describe(Agenda agenda, Words t) {
        return describe(agenda.title(), agenda.meeting().plan(), t);
    }

    static String describe(String title, Meeting.MeetingPlan plan, Words t) {
        return Stream.of(
                        title,
                        t.dayAndDate(plan.begins().toLocalDate()),
                        t.time(plan.begins().toLocalTime()),
                        plan.place(),
                        plan.online())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** @throws NotFound if the secret opens nothing */
    @Transactional(readOnly = true)
    public OpenedMandate open(String secret) {
        return byLink(secret, Function.identity());
    }

    /**
     * Saves what the member states.
     *
     * @throws NotFound if the secret opens nothing
     * @throws Refused if the last day is over, or as for {@link MandateLetterService#save}
     */
    @Transactional(label = "vote.name-delegates")
    public void save(String secret, int version, MandateStatement facts, @Nullable Upload file) {
        byLink(secret, opened -> {
            if (!opened.isOpen()) {
                throw new Refused(opened.untilKey(), opened.letter().dueOn());
            }
            MandateLetter letter = repository.lockOrInsert(
                    opened.letter().meeting(),
                    opened.letter().organisation(),
                    opened.letter().dueOn());
            mandates.save(opened.member(), letter, version, facts, file, true);
            return letter;
        });
    }

    private <T> T byLink(String secret, Function<OpenedMandate, T> work) {
        MandateLetter letter = repository
                .findByLink(secret, settings.today())
                .map(repository::findById)
                .orElseThrow(() -> new NotFound("mandate"));
        return CurrentActor.callAs(BY_LINK, () -> {
            Agenda agenda = meetings.findAgenda(letter.meeting());
            BillingContact contact =
                    contacts.findByOrganisations(List.of(letter.organisation())).get(letter.organisation());
            return work.apply(new OpenedMandate(
                    agenda,
                    mandates.findByMember(letter.meeting(), letter.organisation()),
                    letter,
                    Optional.ofNullable(contact).map(BillingContact::language).stream()
                            .toList(),
                    agenda.meeting().state() == MeetingState.PLANNED
                            && !letter.dueOn().isBefore(settings.today())));
        });
    }

    /** The replies of the people named, by the link of their notice. */
    @Component
    record DelegateReplies(MandateLetterRepository repository) implements GuestReplySource {

        @Override
        public Optional<GuestContact> findContact(UUID guest) {
            return repository.findNamed(guest).map(each -> new GuestContact(each.name(), each.mail()));
        }

        @Override
        public Optional<MeetingReply> findReply(UUID guest) {
            return repository.findNamed(guest).flatMap(each -> {
                ReplyAnswer answer = each.answer();
                var at = each.answeredAt();
                return answer == null || at == null
                        ? Optional.empty()
                        : Optional.of(
                                new MeetingReply(guest, answer, each.words() == null ? "" : each.words(), at, true));
            });
        }

        @Override
        public void saveReply(UUID guest, ReplyAnswer answer, String words) {
            if (answer == ReplyAnswer.SUBSTITUTE) {
                throw new Refused("assembly.refused.no-substitute");
            }
            if (repository.findNamed(guest).isEmpty()) {
                throw new Refused("assembly.refused.not-convened");
            }
            repository.saveReply(guest, answer, words);
        }
    }
}
