package org.convergence.platform.shell.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The proxies trusted to report the client's address and https ({@code CONVERGENCE_TRUSTED_PROXIES}, addresses
 * separated by commas). None by default: any client can send these headers.
 */
@Configuration(proxyBeanMethods = false)
class TrustedProxies {

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxies(
            @Value("${CONVERGENCE_TRUSTED_PROXIES:}") String setting) {
        List<String> addresses = Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(TrustedProxies::asTheServerWritesIt)
                .toList();
        return server -> {
            if (!addresses.isEmpty()) {
                server.addEngineValves(valve(addresses));
            }
        };
    }

    static RemoteIpValve valve(List<String> addresses) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(addresses.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    private static String asTheServerWritesIt(String address) {
        if (!LITERAL.matcher(address).matches()) {
            throw notAnAddress();
        }
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw notAnAddress();
        }
    }

    private static IllegalStateException notAnAddress() {
        return new IllegalStateException(
                "CONVERGENCE_TRUSTED_PROXIES takes addresses such as 127.0.0.1 or ::1, separated by commas, not"
                        + " names or networks");
    }
}
