package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No list of the menu scrolls sideways on the narrowest telephone, in English, whose words are longer in places. */
@JourneyTest
class NarrowestPhoneJourneyTest {

    private static final BrowserLook NARROWEST = new BrowserLook(320, ColorScheme.LIGHT, "en-CA");

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ExampleFixture example;

    @Autowired
    private SignInLinkService signIn;

    @Test
    void noListScrollsSideways() {
        Page page = traveller.arrive(NARROWEST, example::restore);
        String mail = Objects.requireNonNull(ExampleAccounts.readCards().get(ExampleUser.MARYSE))
                .mail();
        CurrentActor.runAs(
                Actor.system("sign-in-link"),
                () -> traveller.openSignInLink(page, signIn.issueFor(mail).orElseThrow(), NARROWEST));
        List<String> lists = Stream.concat(
                        page.locator(".nav a[href^='/']").all().stream().map(link -> link.getAttribute("href")),
                        Stream.of("/resources/impact", "/resources/ledger", "/plan/realisation/coverage"))
                .distinct()
                .toList();
        assertThat(lists).contains("/resources/membership").allSatisfy(path -> {
            page.navigate(traveller.urlOf(path));
            Chromium.assertNoSidewaysScroll(page);
        });
        page.context().close();
    }
}
