package org.convergence.directory.consent.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.mail.BounceRegistry.BounceRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of a person or an organisation that bounced. */
@Service
@Transactional
@Requires(ConsentPermissions.READ)
public class BouncedAddressService {

    private final BounceRegistry bounces;
    private final JdbcClient db;

    BouncedAddressService(BounceRegistry bounces, JdbcClient db) {
        this.bounces = bounces;
        this.db = db;
    }

    /** An address and its bounces. */
    public record BouncedAddress(String address, BounceRecord said) {}

    /** The bounced addresses of a party, in the order of its record. */
    @Transactional(readOnly = true)
    public List<BouncedAddress> findByParty(Party party) {
        String table = party instanceof OrganisationId ? "people_organisation" : "people_person";
        List<String> addresses = db.sql("""
                        SELECT point ->> 'value' FROM directory.%s p,
                               jsonb_array_elements(p.contact_points) WITH ORDINALITY AS points (point, rank)
                        WHERE p.id = ? AND point ->> 'channel' = 'MAIL' ORDER BY rank
                        """.formatted(table))
                .param(party.value())
                .query(String.class)
                .list();
        Map<String, BounceRecord> said = bounces.findByAddresses(addresses);
        return addresses.stream()
                .distinct()
                .flatMap(address -> Stream.ofNullable(said.get(address)).map(it -> new BouncedAddress(address, it)))
                .toList();
    }

    /** Marks an address as working again. */
    @Requires(ConsentPermissions.RECORD)
    public void markWorking(String address) {
        bounces.clear(address);
    }
}
