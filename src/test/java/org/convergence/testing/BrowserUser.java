package org.convergence.testing;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.identity.Role;
import org.convergence.identity.domain.SignInFixture;
import org.convergence.testing.Chromium.BrowserLook;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A user that signs in and opens page after page in a browser. */
@Lazy
@Component
public class BrowserUser {

    private static final AtomicInteger NETWORK = new AtomicInteger();

    private final TestUsers visitors;
    private final SignInFixture doors;
    private final ApplicationContext application;

    BrowserUser(TestUsers visitors, SignInFixture doors, ApplicationContext application) {
        this.visitors = visitors;
        this.doors = doors;
        this.application = application;
    }

    /** A window at the set-up of an empty installation. */
    public Page arrive(BrowserLook look) {
        FreshDatabaseListener.renew(application);
        Page page = Chromium.open(look);
        page.setDefaultTimeout(60_000);
        page.navigate(urlOf("/set-up/" + doors.setUpSecret()));
        switchLanguage(page, look);
        return page;
    }

    /** A window at an installation with only the data that {@code entering} enters. */
    public Page arrive(BrowserLook look, Runnable entering) {
        FreshDatabaseListener.renew(application);
        entering.run();
        Page page = Chromium.open(look);
        page.setDefaultTimeout(60_000);
        // From another network each time: all looks together sign in more often than one network may.
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "10.0." + NETWORK.incrementAndGet() + ".1"));
        return page;
    }

    /** Opens a sign-in link, and continues in the look's language. */
    public void openSignInLink(Page page, String secret, BrowserLook look) {
        page.navigate(urlOf("/sign-in/" + secret));
        page.locator("main form button").first().click();
        page.waitForURL(urlOf("/"));
        switchLanguage(page, look);
    }

    /** A window of a newly signed-in user of this role, in the look's language. */
    public Page signIn(BrowserLook look, Role role) {
        visitors.ensureOrganisation();
        Page page = Chromium.open(look);
        String mail = java.util.UUID.randomUUID() + "@exemple.org";
        page.navigate(urlOf("/sign-in/" + visitors.createSignInLink("Camille D’Amours", mail, role)));
        page.locator("main form button").first().click();
        page.waitForURL(urlOf("/"));
        switchLanguage(page, look);
        return page;
    }

    /** Switches to the look's language. */
    public void switchLanguage(Page page, BrowserLook look) {
        String wanted = look.language().substring(0, 2);
        if (!page.locator("html").getAttribute("lang").startsWith(wanted)) {
            page.locator("form[action='/language'] button[value='" + wanted + "']")
                    .first()
                    .dispatchEvent("click");
            page.waitForFunction("document.documentElement.lang.startsWith('" + wanted + "')");
        }
    }

    /** The URL of a path. */
    public String urlOf(String path) {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path;
    }

    /** Opens a page and checks it with axe. */
    public void openAndCheck(Page page, String path) {
        page.navigate(urlOf(path));
        Chromium.assertSound(page);
    }
}
