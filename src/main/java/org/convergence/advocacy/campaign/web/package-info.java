/** Pages of campaigns led by others. */
@NullMarked
package org.convergence.advocacy.campaign.web;

import org.jspecify.annotations.NullMarked;
