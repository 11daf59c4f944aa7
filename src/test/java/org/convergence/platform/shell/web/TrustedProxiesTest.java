package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Only configured proxies are trusted to report the client's address. */
class TrustedProxiesTest {

    @Test
    void trustsOnlyConfiguredProxies() {
        assertThat(valves("")).isEmpty();
        assertThat(valves(" 127.0.0.1, ::1 ")).singleElement().satisfies(valve -> {
            assertThat("127.0.0.1").matches(valve.getInternalProxies());
            assertThat("0:0:0:0:0:0:0:1").matches(valve.getInternalProxies());
            assertThat("127.0.0.2").doesNotMatch(valve.getInternalProxies());
            assertThat("10.0.0.1").doesNotMatch(valve.getInternalProxies());
        });
    }

    @Test
    void refusesNameOrNetworkAtStart() {
        for (String wrong : List.of("localhost", "10.0.0.0/8", ".*", "127.0.0.1;10.0.0.1")) {
            assertThatThrownBy(() -> valves(wrong)).as(wrong).isInstanceOf(IllegalStateException.class);
        }
    }

    private static List<RemoteIpValve> valves(String setting) {
        var server = new TomcatServletWebServerFactory();
        TrustedProxies.proxies(setting).customize(server);
        return server.getEngineValves().stream().map(RemoteIpValve.class::cast).toList();
    }
}
