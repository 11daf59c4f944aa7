package org.convergence.outreach.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clipping of a pick-up is a file: the page or a photograph of the paper. */
@ModuleTest
class MediaClippingTest {

    private static final String HOME = "/outreach/media";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Test
    void readersOpenItAndItGoesWithItsPickup() {
        users.ensureOrganisation();
        String title = "Le fil " + UUID.randomUUID();
        MvcTestResult done = save(HOME + "/pickups/new", title, SampleFiles.pdf(), 0);
        assertThat(done).as(Pages.text(done)).hasStatus(303);
        String first = clipping(title);
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open(HOME)
                        .select("a[href=" + first + "]")
                        .text())
                .isEqualTo("coupure");
        assertThat(pages.as(Role.BOARD_MEMBER).get(first))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/pdf");
        assertThat(pages.asStranger().get(first)).as("not for strangers").hasStatus(303);

        String id = db.sql("SELECT id::text FROM outreach.media_pickup WHERE title = ?")
                .param(title)
                .query(String.class)
                .single();
        String pickup = HOME + "/pickups/" + id;
        assertThat(pages.as(Role.STAFF)
                        .post(
                                pickup + "/edit",
                                "version=1",
                                "title=" + title,
                                "outlet-new=Le Quotidien fictif",
                                "seenOn=" + settings.today()))
                .hasStatus(303);
        assertThat(clipping(title)).as("without a new file, the old one stays").isEqualTo(first);
        assertThat(save(pickup + "/edit", title, SampleFiles.jpeg(40, 30), 2)).hasStatus(303);
        assertThat(clipping(title)).isNotEqualTo(first);
        assertThat(pages.as(Role.BOARD_MEMBER).get(first)).as("replaced").hasStatus(404);

        String second = clipping(title);
        assertThat(pages.as(Role.STAFF).post(pickup + "/remove")).hasStatus(303);
        assertThat(pages.as(Role.BOARD_MEMBER).get(second)).hasStatus(404);
    }

    private String clipping(String title) {
        return "/platform/document/"
                + db.sql("SELECT clipping::text FROM outreach.media_pickup WHERE title = ?")
                        .param(title)
                        .query(String.class)
                        .single();
    }

    private MvcTestResult save(String url, String title, byte[] file, int version) {
        return mvc.post()
                .uri(url)
                .multipart()
                .file("clipping", file)
                .param("version", String.valueOf(version))
                .param("title", title)
                .param("outlet-new", "Le Quotidien fictif")
                .param("seenOn", settings.today().toString())
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }
}
