/** The one JSON form of lot events: each noun is written and read in one place, which knows the names of its fields. */
package io.lotwire.lot.json;
