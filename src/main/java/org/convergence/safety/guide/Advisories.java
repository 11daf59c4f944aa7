package org.convergence.safety.guide;

import java.util.Collection;
import java.util.Map;
import org.convergence.platform.geography.Country;

/** The register of advisories, for missions. */
public interface Advisories {

    /** The advisory of each country, in one query; one that is missing is unknown. */
    Map<Country, CountryAdvisory> findByCountries(Collection<Country> countries);
}
