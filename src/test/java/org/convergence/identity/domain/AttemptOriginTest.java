package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptOriginTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0",
        "2001:db8:0:7:1:2:3:4, 2001:db8:0:7::",
        "2001:db8::1, 2001:db8:0:0::",
        "2001:DB8:0:7::1, 2001:db8:0:7::",
        "::1, 0:0:0:0::",
        "::ffff:203.0.113.77, 203.0.113.0",
        "not:an:address, ?",
    })
    void anAddressIsKnownByItsNetworkAlone(String address, String network) {
        assertThat(SignInAttemptService.networkOf(address)).isEqualTo(network);
    }
}
