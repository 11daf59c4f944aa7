package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A program reads which part or parameter is missing or wrong. */
@ModuleTest
class WrongParametersTest {

    private static final String IMPORT = "/api/v1/plans/import";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @BeforeEach
    void prepare() {
        users.ensureOrganisation();
    }

    @Test
    void namesAMissingFile() {
        String token = "Bearer " + users.createToken(Role.COORDINATOR);
        assertThat(mvc.post().uri(IMPORT).multipart().header("Authorization", token))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"file\"");
        assertThat(mvc.post()
                        .uri(IMPORT)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .header("Authorization", token))
                .as("no files at all")
                .hasStatus(415);
    }

    @Test
    void namesPartsAndParametersThatDoNotExist() {
        String token = "Bearer " + users.createToken(Role.COORDINATOR);
        assertThat(mvc.post()
                        .uri("/api/v1/expenses")
                        .multipart()
                        .file(new MockMultipartFile(
                                "data", "", MediaType.APPLICATION_JSON_VALUE, new byte[] {'{', '}'}))
                        .file(new MockMultipartFile("vouchr", "recu.txt", MediaType.TEXT_PLAIN_VALUE, new byte[] {'a'}))
                        .header("Authorization", token))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"vouchr\"")
                .doesNotContain("\"field\":\"data\"");
        assertThat(mvc.get().uri("/api/v1/people?limt=1").header("Authorization", token))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"limt\"");
    }

    @Test
    void namesAParameterThatCannotBeRead() {
        String people = "/api/v1/segments/" + UUID.randomUUID() + "/people?after=";
        assertThat(mvc.get().uri(people + "x").with(users.as(Role.COORDINATOR)))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"after\"");
        assertThat(mvc.get().uri(people + UUID.randomUUID()).with(users.as(Role.COORDINATOR)))
                .hasStatus(404);
    }
}
