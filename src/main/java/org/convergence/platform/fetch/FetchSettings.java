package org.convergence.platform.fetch;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of fetching.
 *
 * @param allowedHosts names or addresses of hosts that may be fetched from despite a private address ({@code
 *     CONVERGENCE_ALLOWED_HOSTS})
 */
@ConfigurationProperties("convergence.fetch")
record FetchSettings(@DefaultValue Set<String> allowedHosts) {

    FetchSettings {
        allowedHosts = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean allows(String host) {
        return allowedHosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
