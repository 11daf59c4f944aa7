package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Requests pages of bodies and meetings. */
abstract class AssemblyPagesFixture {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    BoardFixture board;

    @Autowired
    OrganisationSettings settings;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
    }

    Document open(String url) {
        MvcTestResult answer = get(url, Role.COORDINATOR);
        assertThat(answer).as(url).hasStatusOk();
        return page(answer);
    }

    MvcTestResult get(String url, Role role) {
        return mvc.get().uri(url).with(visitors.as(role)).exchange();
    }

    /** As an anonymous visitor. */
    MvcTestResult visit(String url) {
        return mvc.get().uri(url).exchange();
    }

    MvcTestResult post(String url, String... fields) {
        return post(Role.COORDINATOR, url, fields);
    }

    MvcTestResult post(Role role, String url, String... fields) {
        var request = mvc.post().uri(url).with(visitors.as(role)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
