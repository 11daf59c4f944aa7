package org.convergence.platform.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class JobPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JobQueue jobs;

    @Autowired
    private JobTestRunner queued;

    @BeforeEach
    void nothingWaits() {
        visitors.ensureOrganisation();
        queued.runAll();
        page("/", Role.STAFF);
    }

    @Test
    void everyPageShowsRunningJobsAndAnnouncesEndOnce() throws Exception {
        sow(Role.STAFF, 2);
        assertThat(page("/identity/own", Role.STAFF).select("#underway").text()).isEqualTo("1 travail en cours");
        assertThat(page("/identity/own", Role.ACCOUNTANT).select("#underway")).isEmpty();

        queued.runAll();

        Document next = page("/identity/own", Role.STAFF);
        assertThat(next.select("#underway")).isEmpty();
        assertThat(next.select("#notices").text()).contains("terminé");
        assertThat(page("/identity/own", Role.STAFF).select("#notices").text()).isEmpty();
    }

    @Test
    void openPageIsUpdated() throws Exception {
        sow(Role.STAFF, 1);
        assertThat(part("/platform/jobs/underway", Role.STAFF).select("#underway"))
                .hasSize(1);
        queued.runAll();
        Document part = part("/platform/jobs/underway", Role.STAFF);
        assertThat(part.select("#underway")).isEmpty();
        assertThat(part.select("[data-hx-swap-oob] .notice.ok a").attr("href")).startsWith("/platform/jobs/");
    }

    @Test
    void stopsAndResumesRunOnItsPage() throws Exception {
        UUID run = sow(Role.STAFF, 3);
        String address = "/platform/jobs/" + run;
        assertThat(page(address, Role.STAFF).select("progress")).hasSize(1);
        assertThat(post(address + "/stop", Role.STAFF)).hasStatus(303);
        Document stopped = page(address, Role.STAFF);
        assertThat(stopped.select("h1 ~ .lead .state").text()).isEqualTo("Arrêté");
        assertThat(post(address + "/resume", Role.STAFF)).hasStatus(303);
        queued.runAll();
        part("/platform/jobs/underway", Role.STAFF);
        MvcTestResult bar = browser.get()
                .uri(address)
                .header("HX-Request", "true")
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(bar).hasStatusOk().headers().hasValue("HX-Refresh", "true");
        assertThat(parsed(bar).select("main")).isEmpty();
        assertThat(page(address, Role.STAFF).select("#notices").text())
                .as("the reloaded page announces the end")
                .contains("terminé");
    }

    @Test
    void otherPeoplesRunsNeedWatchPermission() throws Exception {
        String address = "/platform/jobs/" + sow(Role.STAFF, 1);
        assertThat(get(address, Role.ACCOUNTANT)).hasStatus(404);
        assertThat(post(address + "/stop", Role.ACCOUNTANT)).hasStatus(404);
        assertThat(get(address, Role.ADMINISTRATOR)).hasStatusOk();
        assertThat(page("/platform/jobs", Role.ADMINISTRATOR).text()).contains("Camille D’Amours");
        assertThat(page("/platform/jobs", Role.ACCOUNTANT).text()).contains("Aucun travail");
    }

    @Test
    void listContinuesAndForgedPositionStartsOver() throws Exception {
        for (int i = 0; i < 31; i++) {
            sow(Role.VOLUNTEER, 1);
        }
        queued.runAll();
        Document first = page("/platform/jobs", Role.VOLUNTEER);
        assertThat(first.select(".rows > li")).hasSize(30);
        Document second = page(first.select("a[rel=next]").attr("href"), Role.VOLUNTEER);
        assertThat(second.select(".rows > li")).hasSize(1);
        String forged = Keyset.of("yesterday", "not an id").encode();
        assertThat(page("/platform/jobs?after=" + forged, Role.VOLUNTEER).select(".rows > li"))
                .hasSize(30);
    }

    private UUID sow(Role role, int rows) throws Exception {
        return CurrentActor.callAs(
                visitors.actor(role), () -> jobs.submit(JobRequest.of("sowing", "garden.sow", Map.of("rows", rows))));
    }

    private Document page(String address, Role role) {
        MvcTestResult result = get(address, role);
        assertThat(result).hasStatusOk();
        return parsed(result);
    }

    private Document part(String address, Role role) {
        MvcTestResult result = browser.get()
                .uri(address)
                .header("HX-Request", "true")
                .with(visitors.as(role))
                .exchange();
        assertThat(result).hasStatusOk();
        return parsed(result);
    }

    private MvcTestResult get(String address, Role role) {
        return browser.get().uri(address).with(visitors.as(role)).exchange();
    }

    private MvcTestResult post(String address, Role role) {
        return browser.post().uri(address).with(visitors.as(role)).with(csrf()).exchange();
    }

    private static Document parsed(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
