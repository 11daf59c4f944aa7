package org.convergence.outreach.website;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A visitor subscribes inside the page of another site; a site that is not listed shows nothing. */
@JourneyTest
class WebsiteEmbedJourneyTest {

    @Autowired
    private BrowserUser visitor;

    @Autowired
    private Pages pages;

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private JdbcClient db;

    @Test
    void subscribesInsideThePageOfAnotherSite() throws IOException {
        people.prepare();
        db.sql("DELETE FROM outreach.website_request").update();
        db.sql("DELETE FROM outreach.website_settings").update();
        BrowserLook look = Chromium.looks().findFirst().orElseThrow();
        HttpServer site = site(visitor.urlOf("/public/embed/subscribe?in=fr"));
        try {
            String origin = "http://127.0.0.1:" + site.getAddress().getPort();
            allow(0, "https://ailleurs.example");
            Page unlisted = Chromium.open(look);
            unlisted.navigate(origin);
            assertThat(unlisted.frameLocator("iframe")
                            .locator("input[name=mail]")
                            .count())
                    .as("a site that is not listed")
                    .isZero();
            unlisted.context().close();

            allow(1, origin);
            Page page = Chromium.open(look);
            page.navigate(origin);
            subscribe(page, "visite@exemple.example");
            try (var plain = page.context()
                    .browser()
                    .newContext(new Browser.NewContextOptions()
                            .setJavaScriptEnabled(false)
                            .setLocale(look.language()))) {
                Page without = plain.newPage();
                without.navigate(origin);
                subscribe(without, "sans@exemple.example");
            }
            assertThat(page.request()
                            .get(visitor.urlOf("/public/embed/subscribe"))
                            .headers())
                    .as("no cookie")
                    .doesNotContainKey("set-cookie");
            assertThat(page.request()
                            .get(visitor.urlOf("/public/website/subscribe"))
                            .headers())
                    .as("elsewhere there is one")
                    .containsKey("set-cookie");
            page.context().close();
            assertThat(db.sql("SELECT mail FROM outreach.website_request")
                            .query(String.class)
                            .list())
                    .as("with JavaScript, and without")
                    .containsExactlyInAnyOrder("visite@exemple.example", "sans@exemple.example");
        } finally {
            site.stop(0);
        }
    }

    private static void subscribe(Page page, String mail) {
        FrameLocator frame = page.frameLocator("iframe");
        frame.locator("input[name=mail]").fill(mail);
        frame.locator("input[name=agree]").check();
        page.waitForTimeout(2_100);
        frame.locator("main form button[type=submit]").click();
        frame.locator("[role=status]").waitFor();
        assertThat(frame.locator("[role=status]").textContent()).contains("Il reste un geste");
    }

    private void allow(int version, String origin) {
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/outreach/website/settings", "version=" + version, "subscribe=true", "sites=" + origin))
                .hasStatus(303);
    }

    private static HttpServer site(String embedded) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] html = """
                <!doctype html><html lang="fr"><title>Notre site</title><h1>Notre site</h1>
                <iframe src="%s" title="S’abonner" width="600" height="700"></iframe>""".formatted(embedded).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
        return server;
    }
}
