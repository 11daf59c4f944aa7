package org.convergence.safety.guide.domain;

import java.util.Comparator;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.CountrySection;
import org.convergence.safety.guide.CountrySection.CountryPart;
import org.convergence.safety.guide.GuidePermissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what all modules know of a country, in one transaction. */
@Service
@Transactional(readOnly = true)
@Requires(GuidePermissions.READ)
public class CountrySectionQueries {

    private final List<CountrySection> sections;

    CountrySectionQueries(List<CountrySection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(CountrySection::order))
                .toList();
    }

    /** The sections that the actor may read, without those that have nothing. */
    public List<CountryPart> findByCountry(Country country, Words t) {
        return sections.stream()
                .filter(each -> CurrentActor.get().may(each.permission()))
                .flatMap(each -> each.finder().find(country, t).stream())
                .toList();
    }
}
