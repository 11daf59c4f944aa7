package org.convergence.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Passkeys in a real browser, with a virtual authenticator. They are bound to the application's public address, which the
 * browser leads to its port.
 */
@ModuleTest
@TestInstance(Lifecycle.PER_CLASS)
class PasskeyJourneyTest {

    private static final BrowserLook DESK =
            new BrowserLook(1280, com.microsoft.playwright.options.ColorScheme.LIGHT, "fr-CA");
    private static final String PUBLIC = "localhost:8080";

    @LocalServerPort
    private int port;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private @Nullable Browser browser;

    @BeforeAll
    void startBrowser() {
        browser = Chromium.startAt(PUBLIC, port);
    }

    @AfterAll
    void closeBrowser() {
        Objects.requireNonNull(browser).close();
    }

    @BeforeEach
    void anOrganisationExists() {
        visitors.ensureOrganisation();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void addsUsesAndRemovesPasskey(BrowserLook look) {
        Page page = signedIn(look, "solange" + look.hashCode() + "@exemple.org");
        authenticator(page);
        page.navigate(address("/identity/own"));
        Chromium.assertSound(page);
        page.locator("form[data-passkey] [name=name]").fill("Le téléphone de Solange");
        page.locator("form[data-passkey] button").click();
        page.locator(".notice.ok").waitFor();
        assertThat(page.locator("main").innerText()).contains("Le téléphone de Solange");
        Chromium.assertSound(page);

        signOut(page);
        Chromium.assertSound(page);
        page.locator("form[data-passkey] button").click();
        page.waitForURL(address("/"));

        page.navigate(address("/identity/own"));
        page.locator("form[action$='/remove'] button").click();
        page.locator(".notice.ok").waitFor();
        signOut(page);
        page.locator("form[data-passkey] button").click();
        page.locator("form .notice.bad").waitFor();
        Chromium.assertSound(page);
        assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.equals("session"));
    }

    @Test
    void acceptsResponseOnceFromRequestingBrowserOnly() {
        Page page = withPasskey("luc@exemple.org");
        Request[] sent = new Request[1];
        page.onRequest(request -> {
            if (request.url().endsWith("/sign-in/passkey")) {
                sent[0] = request;
            }
        });
        page.locator("form[data-passkey] button").click();
        page.waitForURL(address("/"));

        var again = page.context()
                .request()
                .post(
                        "http://localhost:" + port + "/sign-in/passkey",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setData(Objects.requireNonNull(sent[0].postData())));
        assertThat(again.status()).isEqualTo(422);
        assertThat(db.sql("SELECT count(*) FROM identity.sign_in_attempt WHERE outcome = 'PASSKEY_REFUSED'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void rejectsPasskeyOfClosedAccount() {
        Page page = withPasskey("ancienne@exemple.org");
        db.sql("UPDATE identity.account SET closed_at = now() WHERE mail = 'ancienne@exemple.org'")
                .update();
        page.locator("form[data-passkey] button").click();
        page.locator("form .notice.bad").waitFor();
        assertThat(page.url()).isEqualTo(address("/sign-in/passkey"));
    }

    @Test
    void rejectsAuthenticatorWithoutUserVerification() {
        Page page = signedIn(DESK, "rosa@exemple.org");
        CDPSession session = page.context().newCDPSession(page);
        String authenticator = authenticator(session);
        addPasskey(page);
        JsonObject unknown = new JsonObject();
        unknown.addProperty("authenticatorId", authenticator);
        unknown.addProperty("isUserVerified", false);
        session.send("WebAuthn.setUserVerified", unknown);
        page.locator("form[data-passkey] button").click();
        page.locator("[data-trouble]:not(:empty)").waitFor();
        assertThat(page.url()).isEqualTo(address("/sign-in"));
    }

    @Test
    void notifiesOwnerByMailAndRecordsHistory() {
        withPasskey("ana@exemple.org");
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE purpose = 'identity_passkey'"
                                + " AND recipient = 'ana@exemple.org'")
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(db.sql("SELECT count(*) FROM platform.audit_entry WHERE table_name = 'identity.passkey'"
                                + " AND jsonb_exists(after, 'public_key')")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    /** A signed-out user with a passkey, on the sign-in page. */
    private Page withPasskey(String mail) {
        Page page = signedIn(DESK, mail);
        authenticator(page);
        addPasskey(page);
        return page;
    }

    private void addPasskey(Page page) {
        page.navigate(address("/identity/own"));
        page.locator("form[data-passkey] button").click();
        page.locator(".notice.ok").waitFor();
        signOut(page);
    }

    private Page signedIn(BrowserLook look, String mail) {
        Page page = Chromium.open(Objects.requireNonNull(browser), look);
        page.navigate(address("/sign-in/" + visitors.createSignInLink("Une personne", mail, Role.STAFF)));
        page.locator("main button[type=submit]").click();
        page.waitForURL(address("/"));
        return page;
    }

    private void signOut(Page page) {
        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("session"));
        page.navigate(address("/sign-in"));
    }

    private static void authenticator(Page page) {
        authenticator(page.context().newCDPSession(page));
    }

    private static String authenticator(CDPSession session) {
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wrapped = new JsonObject();
        wrapped.add("options", options);
        return session.send("WebAuthn.addVirtualAuthenticator", wrapped)
                .get("authenticatorId")
                .getAsString();
    }

    private static String address(String path) {
        return "http://" + PUBLIC + path;
    }
}
