package org.convergence.testing;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.identity.Role;
import org.convergence.identity.domain.Doors;
import org.convergence.testing.Chromium.Look;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;

/** A user that signs in and opens page after page in a browser. */
@TestComponent
public class Traveller {

    private static final AtomicInteger NETWORK = new AtomicInteger();

    private final Visitors visitors;
    private final Doors doors;
    private final ApplicationContext application;

    Traveller(Visitors visitors, Doors doors, ApplicationContext application) {
        this.visitors = visitors;
        this.doors = doors;
        this.application = application;
    }

    /** A window at the set-up of an empty installation. */
    public Page arrive(Look look) {
        FreshDatabase.renew(application);
        Page page = Chromium.open(look);
        page.setDefaultTimeout(60_000);
        page.navigate(address("/set-up/" + doors.setUpSecret()));
        speak(page, look);
        return page;
    }

    /** A window at an installation with only the data that {@code entering} enters. */
    public Page arrive(Look look, Runnable entering) {
        FreshDatabase.renew(application);
        entering.run();
        Page page = Chromium.open(look);
        page.setDefaultTimeout(60_000);
        // From another network each time: all looks together sign in more often than one network may.
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "10.0." + NETWORK.incrementAndGet() + ".1"));
        return page;
    }

    /** Opens a sign-in link, and continues in the look's language. */
    public void follow(Page page, String secret, Look look) {
        page.navigate(address("/sign-in/" + secret));
        page.locator("main form button").first().click();
        page.waitForURL(address("/"));
        speak(page, look);
    }

    /** A window of a newly signed-in user of this role, in the look's language. */
    public Page signIn(Look look, Role role) {
        visitors.anOrganisation();
        Page page = Chromium.open(look);
        String mail = java.util.UUID.randomUUID() + "@exemple.org";
        page.navigate(address("/sign-in/" + visitors.link("Camille D’Amours", mail, role)));
        page.locator("main form button").first().click();
        page.waitForURL(address("/"));
        speak(page, look);
        return page;
    }

    /** Switches to the look's language. */
    public void speak(Page page, Look look) {
        String wanted = look.language().substring(0, 2);
        if (!page.locator("html").getAttribute("lang").startsWith(wanted)) {
            page.locator("form[action='/language'] button[value='" + wanted + "']")
                    .first()
                    .dispatchEvent("click");
            page.waitForFunction("document.documentElement.lang.startsWith('" + wanted + "')");
        }
    }

    /** The URL of a path. */
    public String address(String path) {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path;
    }

    /** Opens a page and checks it with axe. */
    public void visit(Page page, String path) {
        page.navigate(address(path));
        Chromium.assertSound(page);
    }
}
