package org.convergence.outreach.vote.domain;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingPolicy;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingReplyService;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.VoteLetterRepository.VoteLetter;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Creates the link of a letter about an assembly when it leaves. None leaves for a meeting that has begun or does not take
 * place, except its cancellation; with another hour than that of now; to a person who was replaced or has another address,
 * or once the links of the meeting were closed. The notice to a member leaves although delegates are named: it convenes it;
 * with another right than that of now it is to be written again. No reminder leaves after the last day or the answer, and
 * another last day is not told once it is over.
 */
@Component
record MandateLinkCompleter(
        ObjectProvider<MandateLetterRepository> repository,
        ObjectProvider<MandateLetterSender> letters,
        ObjectProvider<VoteLetterRepository> written,
        ObjectProvider<MeetingQueries> meetings,
        ObjectProvider<MeetingReplyService> replies,
        ObjectProvider<MandateRightQueries> rights,
        OrganisationSettings settings,
        BaseUrl baseUrl)
        implements BodyCompleter {

    static final String NAME = "vote_mandate";

    private static final Actor READER = Actor.system("assembly letter");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        MandateLetter mandate = repository.getObject().find(letter.subject()).orElse(null);
        NamedDelegate named = repository.getObject().findNamed(letter.subject()).orElse(null);
        if (mandate == null && (named == null || !letter.to().equalsIgnoreCase(named.mail()))) {
            return Optional.of("vote.letter.withheld.replaced");
        }
        Optional<VoteLetter> written = Optional.ofNullable(letter.record()).flatMap(this.written.getObject()::findById);
        NoticeKind kind = written.map(VoteLetter::kind).orElse(NoticeKind.CONVENED);
        MeetingId id = mandate != null ? mandate.meeting() : findMeeting(Objects.requireNonNull(named));
        Meeting now = meetings.getObject().findById(id);
        boolean cancels = kind == NoticeKind.CANCELLED;
        if (now.state() != (cancels ? MeetingState.CANCELLED : MeetingState.PLANNED)
                || MeetingPolicy.hasBegun(now.plan().begins(), settings.now())) {
            return Optional.of("vote.letter.withheld.closed");
        }
        if (cancels) {
            return Optional.empty();
        }
        if (written.isPresent()
                && !meetings.getObject().isCurrent(id, written.get().meetingVersion())) {
            return Optional.of("vote.letter.withheld.moved");
        }
        if (mandate == null) {
            return replies.getObject().isClosedSince(id, letter.postedAt())
                    ? Optional.of("vote.letter.withheld.revoked")
                    : Optional.empty();
        }
        if (written.map(VoteLetter::delegates)
                .filter(told -> told != findRight(now, mandate))
                .isPresent()) {
            return Optional.of("vote.letter.withheld.right");
        }
        if (kind == NoticeKind.CONVENED || kind == NoticeKind.MOVED) {
            return Optional.empty();
        }
        if (mandate.dueOn().isBefore(settings.today())) {
            return Optional.of("vote.letter.withheld.closed");
        }
        return kind != NoticeKind.REMINDED || mandate.answeredAt() == null
                ? Optional.empty()
                : Optional.of("vote.letter.withheld.answered");
    }

    /** The delegates of a member now; 0 without a right. */
    private int findRight(Meeting meeting, MandateLetter mandate) {
        return findDelegation(meeting, mandate)
                .map(each -> each.right().delegates())
                .orElse(0);
    }

    private Optional<Delegation> findDelegation(Meeting meeting, MandateLetter mandate) {
        return CurrentActor.callAs(READER, () -> rights.getObject().findAll(meeting)).stream()
                .filter(each -> each.member().member().equals(mandate.organisation()))
                .findFirst();
    }

    private MeetingId findMeeting(NamedDelegate named) {
        return repository.getObject().findById(named.mandate()).meeting();
    }

    @Override
    public Map<String, String> complete(UUID subject) {
        MandateLetterRepository mandates = repository.getObject();
        Optional<MandateLetter> mandate = mandates.find(subject);
        MeetingId meeting = mandate.map(MandateLetter::meeting)
                .orElseGet(() -> findMeeting(mandates.findNamed(subject).orElseThrow(() -> new NotFound("delegate"))));
        Meeting now = meetings.getObject().findById(meeting);
        if (now.state() == MeetingState.CANCELLED) {
            return Map.of();
        }
        return mandate.map(each -> letters.getObject()
                        .complete(
                                each,
                                findDelegation(now, each).orElse(null),
                                baseUrl.value() + MandateLinkAccess.PATH + mandates.issueLink(subject)))
                .orElseGet(() -> replies.getObject().completeGuestLetter(meeting, subject));
    }
}
