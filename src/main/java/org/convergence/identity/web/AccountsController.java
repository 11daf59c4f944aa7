package org.convergence.identity.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.identity.domain.AccountLinkService;
import org.convergence.identity.domain.AccountQueries;
import org.convergence.identity.domain.AccountService;
import org.convergence.identity.domain.SignInAttemptService;
import org.convergence.identity.domain.SuccessionService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The administrator's page of accounts. */
@Controller
@RequestMapping("/identity/accounts")
@Requires(IdentityPermissions.ACCOUNTS)
record AccountsController(
        AccountQueries accountQueries,
        AccountService accounts,
        AccountLinkService links,
        SuccessionService succession,
        SignInAttemptService attempts,
        OrganisationSettings settings,
        LetterStatusService letters) {

    private static final int ATTEMPTS = 50;

    private record InvitationInput(
            String name, String mail, Role role, @Nullable LocalDate until, boolean listed) {}

    private record GrantInput(
            Role role, @Nullable LocalDate from, @Nullable LocalDate until) {}

    @GetMapping
    ModelAndView show() {
        return show(Form.blank().with("listed", true), null);
    }

    private ModelAndView show(Form form, @Nullable UUID account) {
        return PageView.of(
                "identity/accounts",
                new AccountsPage(
                        accountQueries.findOpen(),
                        succession.vacancies(),
                        form,
                        account,
                        attempts.findLatest(ATTEMPTS)));
    }

    @PostMapping
    ModelAndView invite(Form form) {
        return form.submit(
                answers -> new InvitationInput(
                        answers.text("name", 200),
                        answers.text("mail", 254),
                        answers.choice("role", Role.class),
                        answers.optionalDate("until"),
                        answers.checkbox("listed")),
                invitation -> {
                    if (invitation.listed() && CurrentActor.get().may(IdentityPermissions.LINK)) {
                        links.invite(invitation.name(), invitation.mail(), invitation.role(), invitation.until());
                    } else {
                        accounts.invite(invitation.name(), invitation.mail(), invitation.role(), invitation.until());
                    }
                    return letters.notePosted(
                            SeeOther.to("/identity/accounts"),
                            1,
                            "identity.accounts.invited",
                            "identity.accounts.invited.waits",
                            invitation.name());
                },
                () -> show(form, null));
    }

    @PostMapping("/{account}/invitation")
    ModelAndView inviteAgain(@PathVariable UUID account) {
        accounts.inviteAgain(account);
        return letters.notePosted(SeeOther.to("/identity/accounts"));
    }

    @PostMapping("/{account}/person")
    @Requires(IdentityPermissions.LINK)
    ModelAndView enterInDirectory(@PathVariable UUID account) {
        return SeeOther.to("/identity/accounts")
                .withNotice(links.linkByAddress(account) ? "identity.accounts.listed" : "identity.accounts.unlisted");
    }

    @PostMapping("/{account}/grants")
    ModelAndView grant(@PathVariable UUID account, Form form) {
        return form.submit(
                answers -> new GrantInput(
                        answers.choice("role", Role.class),
                        answers.optionalDate("from"),
                        answers.optionalDate("until")),
                grant -> {
                    LocalDate from = grant.from();
                    accounts.grant(account, grant.role(), from == null ? settings.today() : from, grant.until());
                    return SeeOther.to("/identity/accounts").withNotice("identity.accounts.granted");
                },
                () -> show(form, account));
    }

    @PostMapping("/grants/{grant}/end")
    ModelAndView end(@PathVariable UUID grant) {
        accounts.endGrant(grant, settings.today());
        return SeeOther.to("/identity/accounts").withNotice("identity.accounts.ended");
    }

    @PostMapping("/{account}/close")
    ModelAndView close(@PathVariable UUID account) {
        accounts.close(account);
        return SeeOther.to("/identity/accounts").withNotice("identity.accounts.closed");
    }

    @Bean
    static SettingsPageEntry accountsEntry() {
        return SettingsPageEntry.of(20, "identity.menu.accounts", "/identity/accounts", IdentityPermissions.ACCOUNTS);
    }
}
