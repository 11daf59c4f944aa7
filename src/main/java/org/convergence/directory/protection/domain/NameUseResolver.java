package org.convergence.directory.protection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.protection.NameUse;
import org.convergence.directory.protection.ShownNames;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads names for a use; the vault is opened only for people who consent to it today. */
@Component
@Transactional(readOnly = true)
class NameUseResolver implements ShownNames {

    private final PeopleDirectory people;
    private final IdentityVault vault;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    NameUseResolver(PeopleDirectory people, IdentityVault vault, OrganisationSettings settings, JdbcClient db) {
        this.people = people;
        this.vault = vault;
        this.settings = settings;
        this.db = db;
    }

    @Override
    public Map<PersonId, String> findNames(Collection<PersonId> asked, NameUse use) {
        Map<PersonId, PersonName> names = people.personNames(asked);
        Map<PersonId, List<NameUseConsent>> degrees = NameUseConsentService.read(db, new ArrayList<>(names.keySet()));
        LocalDate today = settings.today();
        Map<PersonId, String> shown = new LinkedHashMap<>();
        names.forEach((id, name) -> {
            NameUse widest = NameUseConsent.widestUse(degrees.getOrDefault(id, List.of()), today);
            boolean hers = widest != null && widest.covers(use);
            shown.put(id, hers ? vault.open(id).identity().name() : name.name());
        });
        return shown;
    }
}
