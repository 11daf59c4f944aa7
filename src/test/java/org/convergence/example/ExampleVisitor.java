package org.convergence.example;

import com.microsoft.playwright.Page;
import java.util.Objects;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Signs users of the example in, one after the other, in one window. */
@Lazy
@Component
record ExampleVisitor(BrowserUser browser, ExampleFixture example, SignInLinkService links) {

    /** A window on the home page of a user of the example, which holds nothing else. */
    Page arrive(BrowserLook look, ExampleUser user) {
        Page page = browser.arrive(look, example::restore);
        signIn(page, look, user);
        return page;
    }

    /** Opens the home page of another user. */
    void signIn(Page page, BrowserLook look, ExampleUser user) {
        page.context().clearCookies();
        String mail =
                Objects.requireNonNull(ExampleAccounts.readCards().get(user)).mail();
        CurrentActor.runAs(
                Actor.system("sign-in-link"),
                () -> browser.openSignInLink(page, links.issueFor(mail).orElseThrow(), look));
    }
}
