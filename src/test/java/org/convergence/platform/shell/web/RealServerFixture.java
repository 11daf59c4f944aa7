package org.convergence.platform.shell.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import org.convergence.identity.Role;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests of a browser and of a program to the real server. */
abstract class RealServerFixture {

    final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BrowserUser browser;

    String token = "";

    @BeforeEach
    void aToken() {
        visitors.ensureOrganisation();
        token = visitors.createToken(Role.STAFF);
    }

    URI at(String address) {
        return URI.create(browser.urlOf(address));
    }

    HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(at(address)).GET();
    }

    HttpRequest.Builder api(String address) {
        return get(address).header("Authorization", "Bearer " + token);
    }
}
