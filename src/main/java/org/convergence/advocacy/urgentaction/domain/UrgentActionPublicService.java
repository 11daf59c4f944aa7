package org.convergence.advocacy.urgentaction.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.advocacy.urgentaction.SignOnState;
import org.convergence.advocacy.urgentaction.UrgentActionState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.ActionUpdate;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what anyone may see of an urgent action; each reading asks the database, so that every node answers alike. */
@Service
@Transactional(readOnly = true)
@Open("public words, shown as long as the yes lasts")
public class UrgentActionPublicService {

    /** The beginning of the addresses. */
    public static final String PATH = "/public/urgent-action/";

    private static final Pattern CODE = Pattern.compile("(\\d{4})-(\\d{1,6})");
    private static final int MOST_NAMES = 300;

    private final UrgentActionRepository actions;
    private final SignOnRepository signOns;
    private final SignOnCounter counter;
    private final OrganisationSettings settings;

    UrgentActionPublicService(
            UrgentActionRepository actions,
            SignOnRepository signOns,
            SignOnCounter counter,
            OrganisationSettings settings) {
        this.actions = actions;
        this.signOns = signOns;
        this.counter = counter;
        this.settings = settings;
    }

    /**
     * An action as anyone sees it.
     *
     * @param signatories the organisations whose signature is confirmed
     */
    public record PublicAction(
            UrgentAction action,
            PublicWording wording,
            List<ActionUpdate> updates,
            SignOnCount count,
            List<String> signatories) {}

    /**
     * The action with a number; empty if it is withdrawn, over or closed.
     *
     * @throws NotFound if there is none, or it has not left
     */
    public Optional<PublicAction> find(String code) {
        Matcher number = CODE.matcher(code);
        if (!number.matches()) {
            throw new NotFound("urgent-action");
        }
        UrgentAction action = actions.findByCode(number.group(1), number.group(2))
                .filter(each -> each.state() != UrgentActionState.DRAFT)
                .orElseThrow(() -> new NotFound("urgent-action"));
        return UrgentActionPolicy.isPublic(action, settings.today())
                ? Optional.of(new PublicAction(
                        action,
                        actions.findWording(action.id()),
                        actions.findUpdates(action.id()),
                        counter.count(action),
                        signOns.findByAction(action.id(), Set.of(SignOnState.CONFIRMED), MOST_NAMES).stream()
                                .map(SignOn::name)
                                .toList()))
                : Optional.empty();
    }
}
