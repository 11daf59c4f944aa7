package org.convergence.outreach.vote.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingReplyService;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Creates the link of a letter about an assembly when it leaves. None leaves for a meeting that does not take place, after
 * the last day or the answer of a member, to a person who was replaced or has another address, or once the links of the
 * meeting were closed.
 */
@Component
class MandateLinkCompleter implements BodyCompleter {

    static final String NAME = "vote_mandate";

    private final ObjectProvider<MandateLetterRepository> repository;
    private final ObjectProvider<MandateLetterService> mandates;
    private final ObjectProvider<MeetingReplyService> replies;
    private final OrganisationSettings settings;
    private final String baseUrl;

    MandateLinkCompleter(
            ObjectProvider<MandateLetterRepository> repository,
            ObjectProvider<MandateLetterService> mandates,
            ObjectProvider<MeetingReplyService> replies,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.repository = repository;
        this.mandates = mandates;
        this.replies = replies;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        if (letter.purpose().equals(MandateLetterSender.CONVENED)) {
            return findGuestReason(letter);
        }
        MandateLetter it = repository.getObject().findById(letter.subject());
        if (it.dueOn().isBefore(settings.today()) || !isPlanned(it.meeting())) {
            return Optional.of("vote.letter.withheld.closed");
        }
        return it.answeredAt() == null ? Optional.empty() : Optional.of("vote.letter.withheld.answered");
    }

    private Optional<String> findGuestReason(WaitingLetter letter) {
        NamedDelegate named = repository.getObject().findNamed(letter.subject()).orElse(null);
        if (named == null || !letter.to().equalsIgnoreCase(named.mail()) || !isPlanned(findMeeting(named))) {
            return Optional.of("vote.letter.withheld.replaced");
        }
        return replies.getObject().isClosedSince(findMeeting(named), letter.postedAt())
                ? Optional.of("vote.letter.withheld.revoked")
                : Optional.empty();
    }

    private boolean isPlanned(MeetingId meeting) {
        return mandates.getObject().findState(meeting) == MeetingState.PLANNED;
    }

    private MeetingId findMeeting(NamedDelegate named) {
        return repository.getObject().findById(named.mandate()).meeting();
    }

    @Override
    public Map<String, String> complete(UUID subject) {
        MandateLetterRepository letters = repository.getObject();
        String path = letters.findNamed(subject)
                .map(each ->
                        "/outreach/assembly/link/" + replies.getObject().issueGuestLink(findMeeting(each), each.id()))
                .orElseGet(() -> MandateLinkAccess.PATH + letters.issueLink(subject));
        return Map.of("link", baseUrl + path);
    }
}
