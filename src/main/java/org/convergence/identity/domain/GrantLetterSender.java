package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Notifies the coordinators of each granted role, with its giver and its end, so that none is granted unnoticed
 * (R-ROLE-1). The giver is not notified.
 */
@Component
class GrantLetterSender {

    private static final String PURPOSE = "identity_grant";

    private final AccountRepository accounts;
    private final RoleGrantRepository grants;
    private final Outbox outbox;
    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;
    private final String baseUrl;

    GrantLetterSender(
            AccountRepository accounts,
            RoleGrantRepository grants,
            Outbox outbox,
            RecipientWords recipientWords,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.accounts = accounts;
        this.grants = grants;
        this.outbox = outbox;
        this.recipientWords = recipientWords;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    void notifyCoordinators(UUID account, Role role, LocalDate from, @Nullable LocalDate until) {
        Actor giver = CurrentActor.get();
        Account holder = accounts.findById(account).orElseThrow(NotFound::new);
        accounts.findAllById(grants.findOpenByRole(Role.COORDINATOR).stream()
                        .filter(grant -> grant.holdsOn(settings.today()))
                        .map(RoleGrant::accountId)
                        .filter(coordinator -> !coordinator.equals(giver.id()))
                        .distinct()
                        .toList())
                .forEach(coordinator -> outbox.post(letter(coordinator, holder, giver, role, from, until)));
    }

    private Letter letter(
            Account reader, Account holder, Actor giver, Role role, LocalDate from, @Nullable LocalDate until) {
        Words t = recipientWords.forLanguage(reader.language());
        String days = until == null ? t.say("identity.role.since", t.date(from)) : t.period(from, until);
        return new Letter(
                reader.mail(),
                t.say("identity.letter.grant.subject", t.say("identity.role", role.name())),
                t.say(
                        "identity.letter.grant.text",
                        reader.name(),
                        giver.label(),
                        holder.name(),
                        t.say("identity.role", role.name()),
                        days,
                        settings.current().name(),
                        baseUrl + "/"),
                PURPOSE,
                null);
    }
}
