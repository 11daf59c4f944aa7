package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes role grants, and notifies the coordinators. The caller has checked the permission. */
@Component
record RoleGrantWriter(
        RoleGrantRepository grants,
        OrganisationSettings settings,
        AccountRepository accounts,
        Outbox outbox,
        RecipientWords recipientWords,
        BaseUrl baseUrl) {

    private static final String PURPOSE = "identity_grant";

    void grantFromToday(UUID account, List<Role> roles, @Nullable LocalDate until) {
        roles.forEach(role -> grant(account, role, settings.today(), until));
    }

    void notifyFromToday(UUID account, Role role, @Nullable LocalDate until) {
        notifyCoordinators(account, role, settings.today(), until);
    }

    void grantAndNotify(UUID account, Role role, LocalDate from, @Nullable LocalDate until) {
        grant(account, role, from, until);
        notifyCoordinators(account, role, from, until);
    }

    private void grant(UUID account, Role role, LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw new Refused("identity.grant.period_wrong");
        }
        grants.save(RoleGrant.create(Ids.next(), account, role, from, until));
    }

    /** Ends a role after its last day; a role that begins later is deleted. */
    void end(UUID grantId, LocalDate lastDay) {
        RoleGrant grant = grants.findById(grantId).orElseThrow(NotFound::new);
        if (grant.fromDate().isAfter(lastDay)) {
            grants.delete(grant);
        } else {
            grants.save(grant.endingOn(lastDay));
        }
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
                        baseUrl.value() + "/"),
                PURPOSE,
                null);
    }
}
