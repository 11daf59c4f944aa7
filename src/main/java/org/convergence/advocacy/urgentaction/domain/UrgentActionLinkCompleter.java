package org.convergence.advocacy.urgentaction.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.platform.mail.BodyCompleter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the link of a letter when it leaves. */
@Component
class UrgentActionLinkCompleter implements BodyCompleter {

    static final String NAME = "urgentaction_link";

    private final ObjectProvider<SignOnRepository> signOns;
    private final ObjectProvider<UrgentActionRepository> actions;
    private final String baseUrl;

    UrgentActionLinkCompleter(
            ObjectProvider<SignOnRepository> signOns,
            ObjectProvider<UrgentActionRepository> actions,
            @Value("${convergence.base-url}") String baseUrl) {
        this.signOns = signOns;
        this.actions = actions;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        boolean meant = signOns.getObject()
                .findLink(letter.subject())
                .map(link -> actions.getObject().findById(link.action()).state())
                .filter(state -> state == UrgentActionState.DRAFT || state == UrgentActionState.OUT)
                .isPresent();
        return meant ? Optional.empty() : Optional.of("urgentaction.letter.withheld");
    }

    @Override
    public Map<String, String> complete(UUID link) {
        return Map.of("link", baseUrl + SignOnService.PATH + signOns.getObject().issueLink(link));
    }
}
