//! The pictures: Tabler's outlines, only the ones that a page can name and a
//! few of the shell's own.

import home from "@tabler/icons/outline/home.svg?icon";
import plan from "@tabler/icons/outline/list-check.svg?icon";
import track from "@tabler/icons/outline/chart-line.svg?icon";
import messages from "@tabler/icons/outline/message-circle.svg?icon";
import more from "@tabler/icons/outline/dots.svg?icon";
import people from "@tabler/icons/outline/users.svg?icon";
import person from "@tabler/icons/outline/user.svg?icon";
import team from "@tabler/icons/outline/stethoscope.svg?icon";
import carer from "@tabler/icons/outline/heart-handshake.svg?icon";
import diary from "@tabler/icons/outline/notebook.svg?icon";
import drop from "@tabler/icons/outline/droplet.svg?icon";
import heart from "@tabler/icons/outline/heart.svg?icon";
import lungs from "@tabler/icons/outline/lungs.svg?icon";
import wind from "@tabler/icons/outline/wind.svg?icon";
import scale from "@tabler/icons/outline/scale-outline.svg?icon";
import thermometer from "@tabler/icons/outline/temperature.svg?icon";
import face from "@tabler/icons/outline/mood-smile.svg?icon";
import bolt from "@tabler/icons/outline/bolt.svg?icon";
import moon from "@tabler/icons/outline/moon.svg?icon";
import steps from "@tabler/icons/outline/walk.svg?icon";
import pill from "@tabler/icons/outline/pill.svg?icon";
import plus from "@tabler/icons/outline/plus.svg?icon";
import check from "@tabler/icons/outline/check.svg?icon";
import clock from "@tabler/icons/outline/clock.svg?icon";
import calendar from "@tabler/icons/outline/calendar.svg?icon";
import pencil from "@tabler/icons/outline/pencil.svg?icon";
import bin from "@tabler/icons/outline/trash.svg?icon";
import search from "@tabler/icons/outline/search.svg?icon";
import download from "@tabler/icons/outline/download.svg?icon";
import upload from "@tabler/icons/outline/upload.svg?icon";
import file from "@tabler/icons/outline/file-text.svg?icon";
import picture from "@tabler/icons/outline/photo.svg?icon";
import settings from "@tabler/icons/outline/settings.svg?icon";
import shield from "@tabler/icons/outline/shield.svg?icon";
import eye from "@tabler/icons/outline/eye.svg?icon";
import key from "@tabler/icons/outline/key.svg?icon";
import phone from "@tabler/icons/outline/phone.svg?icon";
import warning from "@tabler/icons/outline/alert-triangle.svg?icon";
import info from "@tabler/icons/outline/info-circle.svg?icon";
import cloud from "@tabler/icons/outline/cloud.svg?icon";
import cloudDone from "@tabler/icons/outline/cloud-check.svg?icon";
import cloudOff from "@tabler/icons/outline/cloud-off.svg?icon";
import signOut from "@tabler/icons/outline/logout.svg?icon";
import share from "@tabler/icons/outline/share.svg?icon";
import speaker from "@tabler/icons/outline/volume.svg?icon";
import chart from "@tabler/icons/outline/chart-dots.svg?icon";
import meal from "@tabler/icons/outline/tools-kitchen-2.svg?icon";
import star from "@tabler/icons/outline/star.svg?icon";
import help from "@tabler/icons/outline/lifebuoy.svg?icon";
import community from "@tabler/icons/outline/map-pin.svg?icon";
import budget from "@tabler/icons/outline/wallet.svg?icon";
import decision from "@tabler/icons/outline/scale.svg?icon";
import back from "@tabler/icons/outline/arrow-left.svg?icon";
import forward from "@tabler/icons/outline/chevron-right.svg?icon";
import good from "@tabler/icons/outline/circle-check.svg?icon";
import problem from "@tabler/icons/outline/alert-circle.svg?icon";
import device from "@tabler/icons/outline/device-mobile.svg?icon";
import cloudUp from "@tabler/icons/outline/cloud-up.svg?icon";

import type { Icon as PageIcon } from "../generated/types";

/** What the chrome draws besides the pictures of a page. */
type ChromeIcon = "Back" | "Forward" | "Good" | "Problem" | "Device" | "CloudUp";

export type IconName = PageIcon | ChromeIcon;

/** The strokes of each. The type keeps the list complete. */
export const STROKES: Record<IconName, string> = {
  Home: home,
  Plan: plan,
  Track: track,
  Messages: messages,
  More: more,
  People: people,
  Person: person,
  Team: team,
  Carer: carer,
  Diary: diary,
  Drop: drop,
  Heart: heart,
  Lungs: lungs,
  Wind: wind,
  Scale: scale,
  Thermometer: thermometer,
  Face: face,
  Bolt: bolt,
  Moon: moon,
  Steps: steps,
  Pill: pill,
  Plus: plus,
  Check: check,
  Clock: clock,
  Calendar: calendar,
  Pencil: pencil,
  Bin: bin,
  Search: search,
  Download: download,
  Upload: upload,
  File: file,
  Picture: picture,
  Settings: settings,
  Shield: shield,
  Eye: eye,
  Key: key,
  Phone: phone,
  Warning: warning,
  Info: info,
  Cloud: cloud,
  CloudDone: cloudDone,
  CloudOff: cloudOff,
  SignOut: signOut,
  Share: share,
  Speaker: speaker,
  Chart: chart,
  Meal: meal,
  Star: star,
  Help: help,
  Community: community,
  Budget: budget,
  Decision: decision,
  Back: back,
  Forward: forward,
  Good: good,
  Problem: problem,
  Device: device,
  CloudUp: cloudUp,
};
