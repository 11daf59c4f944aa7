package org.convergence.identity.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.identity.domain.AccountKeeping;
import org.convergence.identity.domain.AccountList;
import org.convergence.identity.domain.SignInAttempts;
import org.convergence.identity.domain.Succession;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.SettingsEntry;
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
class AccountsController {

    private static final int ATTEMPTS = 50;

    private final AccountList list;
    private final AccountKeeping keeping;
    private final Succession succession;
    private final SignInAttempts attempts;
    private final OrganisationSettings settings;
    private final LetterStatusService letters;

    AccountsController(
            AccountList list,
            AccountKeeping keeping,
            Succession succession,
            SignInAttempts attempts,
            OrganisationSettings settings,
            LetterStatusService letters) {
        this.letters = letters;
        this.list = list;
        this.keeping = keeping;
        this.succession = succession;
        this.attempts = attempts;
        this.settings = settings;
    }

    private record Invitation(
            String name, String mail, Role role, @Nullable LocalDate until) {}

    private record Grant(
            Role role, @Nullable LocalDate from, @Nullable LocalDate until) {}

    @GetMapping
    ModelAndView show() {
        return show(Form.blank(), null);
    }

    private ModelAndView show(Form form, @Nullable UUID account) {
        return Page.of(
                "identity/accounts",
                new AccountsPage(list.open(), succession.lapses(), form, account, attempts.latest(ATTEMPTS)));
    }

    @PostMapping
    ModelAndView invite(Form form) {
        return form.submit(
                answers -> new Invitation(
                        answers.text("name", 200),
                        answers.text("mail", 254),
                        answers.choice("role", Role.class),
                        answers.optionalDate("until")),
                invitation -> {
                    keeping.invite(invitation.name(), invitation.mail(), invitation.role(), invitation.until());
                    Go go = Go.to("/identity/accounts");
                    return letters.isMailSet()
                            ? go.saying("identity.accounts.invited", invitation.name())
                            : go.warning("identity.accounts.invited.waits", invitation.name());
                },
                () -> show(form, null));
    }

    @PostMapping("/{account}/invitation")
    ModelAndView inviteAgain(@PathVariable UUID account) {
        keeping.inviteAgain(account);
        return Go.to("/identity/accounts").saying(letters.postedKey());
    }

    @PostMapping("/{account}/grants")
    ModelAndView grant(@PathVariable UUID account, Form form) {
        return form.submit(
                answers -> new Grant(
                        answers.choice("role", Role.class),
                        answers.optionalDate("from"),
                        answers.optionalDate("until")),
                grant -> {
                    LocalDate from = grant.from();
                    keeping.grant(account, grant.role(), from == null ? settings.today() : from, grant.until());
                    return Go.to("/identity/accounts").saying("identity.accounts.granted");
                },
                () -> show(form, account));
    }

    @PostMapping("/grants/{grant}/end")
    ModelAndView end(@PathVariable UUID grant) {
        keeping.endGrant(grant, settings.today());
        return Go.to("/identity/accounts").saying("identity.accounts.ended");
    }

    @PostMapping("/{account}/close")
    ModelAndView close(@PathVariable UUID account) {
        keeping.close(account);
        return Go.to("/identity/accounts").saying("identity.accounts.closed");
    }

    @Bean
    static SettingsEntry accountsEntry() {
        return SettingsEntry.of(20, "identity.menu.accounts", "/identity/accounts", IdentityPermissions.ACCOUNTS);
    }
}
