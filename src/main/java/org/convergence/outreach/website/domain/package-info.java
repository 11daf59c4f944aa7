/** Feeds, settings of the website, and what visitors ask by its forms. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.website.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
