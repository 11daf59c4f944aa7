package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A country is chosen by typing its first letters, instead of in a list of 250. */
@JourneyTest
class LongListTest {

    @Autowired
    private BrowserUser traveller;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void choosesACountryByItsFirstLettersWhateverTheAccents(BrowserLook look) {
        Page page = traveller.signIn(look, Role.STAFF);
        page.navigate(traveller.urlOf("/cooperation/watch/new"));
        String form = page.url();
        var list = page.locator("select[name=country]");
        var typed = page.locator("[data-longlist]");
        typed.pressSequentially("guate");
        assertThat(list.inputValue()).isEqualTo("GT");
        typed.fill("eq");
        assertThat(list.inputValue()).as("Équateur, Equatorial Guinea").isIn("EC", "GQ");
        new JourneyScreenshots(page, look, "longlist").checkAndSave("01-typed");
        typed.fill("zzz");
        assertThat(typed.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(list.inputValue()).as("nothing else is chosen").isIn("EC", "GQ");
        typed.fill("hait");
        typed.press("Enter");
        assertThat(page.url()).as("the form is not sent").isEqualTo(form);
        assertThat(list.inputValue()).isEqualTo("HT");
        assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("country");
        list.selectOption("MX");
        assertThat(list.inputValue()).as("the list itself still chooses").isEqualTo("MX");
        page.context().close();
    }
}
