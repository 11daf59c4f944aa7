package org.convergence.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class OpenFormsTest {

    @Autowired
    private BrowserUser traveller;

    @Test
    void formStaysValidWhileOtherPagesLoad() {
        Page page = traveller.signIn(new BrowserLook(1280, ColorScheme.LIGHT, "fr-CA"), Role.COORDINATOR);
        page.context().clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("form"));
        page.navigate(traveller.urlOf("/identity/own"));
        Page another = page.context().newPage();
        another.navigate(traveller.urlOf("/"));
        another.reload();
        page.locator(".nav-foot form[action='/sign-out'] button").click();
        page.waitForURL("**/sign-in*");
        assertThat(page.locator("h1").textContent()).doesNotContain("trop longtemps");
    }
}
