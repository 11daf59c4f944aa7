package org.convergence.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.77",
        "2001:db8:0:7:1:2:3:4, 2001:db8:0:7::",
        "2001:db8::1, 2001:db8:0:0::",
        "2001:DB8:0:7::1, 2001:db8:0:7::",
        "::ffff:203.0.113.77, 203.0.113.77",
        "not:an:address, ?",
    })
    void aHouseholdIsOneNetwork(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
