/** Pages and API of consents. */
@NullMarked
package org.convergence.directory.consent.web;

import org.jspecify.annotations.NullMarked;
