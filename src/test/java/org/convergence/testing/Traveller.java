package org.convergence.testing;

import com.microsoft.playwright.Page;
import org.convergence.identity.Role;
import org.convergence.testing.Chromium.Look;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Someone who signs in and goes from page to page in a browser. */
@TestComponent
public class Traveller {

    private final Visitors visitors;
    private final Environment environment;

    Traveller(Visitors visitors, Environment environment) {
        this.visitors = visitors;
        this.environment = environment;
    }

    /** A window in which someone new of this role has just signed in, in the look's language. */
    public Page signIn(Look look, Role role) {
        visitors.anOrganisation();
        Page page = Chromium.open(look);
        String mail = java.util.UUID.randomUUID() + "@exemple.org";
        page.navigate(address("/sign-in/" + visitors.link("Camille D’Amours", mail, role)));
        page.locator("main form button").first().click();
        page.waitForURL(address("/"));
        String wanted = look.language().substring(0, 2);
        if (!page.locator("html").getAttribute("lang").startsWith(wanted)) {
            page.locator("form[action='/language'] button[value='" + wanted + "']")
                    .first()
                    .dispatchEvent("click");
            page.waitForFunction("document.documentElement.lang.startsWith('" + wanted + "')");
        }
        return page;
    }

    /** The whole address of a path. */
    public String address(String path) {
        return "http://localhost:" + environment.getProperty("local.server.port") + path;
    }

    /** Opens a page and looks at it with axe. */
    public void visit(Page page, String path) {
        page.navigate(address(path));
        Chromium.assertSound(page);
    }
}
