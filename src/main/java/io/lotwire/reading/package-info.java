/** Files of partners read by profiles and mappings, without a server: their lot events, problems and acknowledgements. */
package io.lotwire.reading;
